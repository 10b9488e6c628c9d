import Domain
import Services

/// What is to be done for customers (R10.5).
enum TaskCommands {
  private static let content = [
    OptionSpec("--due", "WHEN"), OptionSpec("--product", "P"), OptionSpec("--cost", "YUAN"),
    OptionSpec("--helper", "LOGIN", .repeated),
  ]

  static let all = [
    CommandSpec(
      "task add", [.required("CUSTOMER")], [OptionSpec("--subject", "S", .required)] + content, run: add),
    CommandSpec(
      "task change", [.required("TASK")],
      [
        OptionSpec("--subject", "S"),
        OptionSpec("--stage", "S", .optional, .all(of: TaskStage.self, under: "task.stage")),
      ] + content + [OptionSpec("--no-helper", "LOGIN", .repeated)], run: change),
    CommandSpec("task done", [.required("TASK")]) { call in
      var change = TaskChange()
      change.stage = .done
      return try perform(change, call)
    },
    CommandSpec("task list", [], [OptionSpec("--done")], run: list),
  ]

  private static func add(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let content = TaskContent(
      subject: call.arguments.value("--subject") ?? "", product: call.arguments.value("--product") ?? "",
      due: try due(call, session), cost: try cost(call))
    let task = try AddTask(content, for: id, helpers: try people("--helper", call, session)).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return reply(task, "task.added", call)
  }

  private static func change(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    var change = TaskChange()
    change.subject = call.arguments.value("--subject")
    change.product = call.arguments.value("--product")
    change.due = try due(call, session)
    change.stage = try call.arguments.word("--stage", as: TaskStage.self)
    change.cost = try cost(call)
    for helper in try people("--helper", call, session) { change.helpers[helper] = true }
    for helper in try people("--no-helper", call, session) { change.helpers[helper] = false }
    return try perform(change, call)
  }

  private static func perform(_ change: TaskChange, _ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(0) ?? ""
    guard let number = decimal(text), number > 0 else { throw Refusal.unknownTask(text) }
    let session = try call.session()
    let task = try ChangeTask(TaskID(Int64(number)), change).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return reply(task, "task.changed", call)
  }

  private static func due(_ call: Invocation, _ session: Session) throws -> Instant? {
    try call.arguments.value("--due").map { try NoteCommands.moment($0, session, call) }
  }

  private static func cost(_ call: Invocation) throws -> Amount? {
    try call.arguments.value("--cost").map(NoteCommands.amount)
  }

  private static func people(_ option: String, _ call: Invocation, _ session: Session) throws -> [PersonID] {
    try call.arguments.all(option).map { try Reading.person(login: $0, in: session.house).id }
  }

  private static func list(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let tasks = try TaskList.read(
      by: session.actor.id, over: call.arguments.has("--done"), at: call.now, in: session.house)
    return Reply(
      list: tasks.map { Reply.Item(json: .object(json($0, call)), row: row($0, call)) },
      under: call.heading("id", "task", "name", "due", "stage", "helpers"), whenEmpty: call.words["task.none"]
    )
  }

  private static func row(_ task: CustomerTask, _ call: Invocation) -> [String] {
    [
      String(task.id.value), task.content.subject, task.customerName,
      task.content.due.map { call.wording.moment($0, at: call.now) } ?? "-",
      call.words["task.stage.\(task.content.stage.rawValue)"],
      task.helpers.map(\.name).joined(separator: ", "),
    ]
  }

  private static func reply(_ task: CustomerTask, _ key: String, _ call: Invocation) -> Reply {
    Reply(
      json(task, call),
      text: call.words(
        key,
        [
          "id": String(task.id.value), "subject": task.content.subject,
          "stage": call.words["task.stage.\(task.content.stage.rawValue)"],
        ]))
  }

  static func json(_ task: CustomerTask, _ call: Invocation) -> [String: JSONOutput] {
    [
      "task": .integer(Int(task.id.value)), "code": .text(task.customer.code),
      "name": .text(task.customerName), "subject": .text(task.content.subject),
      "product": .text(task.content.product), "owner": .text(task.owner?.name),
      "helpers": .list(task.helpers.map { .text($0.name) }), "started_at": call.time(task.startedAt),
      "due_at": call.time(task.content.due), "stage": .text(task.content.stage.rawValue),
      "cost": .text(task.content.cost?.text),
    ]
  }
}
