import Assets
import Domain
import FoundationEssentials
import Glibc
import Services

/// The base itself and the people in it.
enum HouseCommands {
  static let ofTheBase = [
    CommandSpec(
      "init", [],
      [
        OptionSpec("--policy", "NAME", .optional, .words(ShippedPolicies.names, under: nil)),
        OptionSpec("--sandbox"),
      ], run: initialize)
  ]

  static let ofPeople = [
    CommandSpec("person list", run: listPeople),
    CommandSpec(
      "person add", [.required("LOGIN")],
      [
        OptionSpec("--name", "N", .required), OptionSpec("--department", "D", .required),
        OptionSpec("--role", "R", .repeated, .all(of: Role.self, under: "role")),
        OptionSpec("--department-kind", "K", .optional, .all(of: DepartmentKind.self)),
      ], run: addPerson),
    CommandSpec(
      "person change", [.required("LOGIN")], [OptionSpec("--capacity", "N|policy", .required)],
      run: changePerson),
    CommandSpec(
      "department add", [.required("NAME")],
      [
        OptionSpec("--under", "D", .required), OptionSpec("--policy", "P", .optional, .policies),
        OptionSpec("--kind", "K", .optional, .all(of: DepartmentKind.self)),
      ],
      run: addDepartment),
  ]

  private static func initialize(_ call: Invocation) throws -> Reply {
    let sandbox = call.arguments.has("--sandbox")
    let policy = call.arguments.value("--policy") ?? "channel"
    guard ShippedPolicies.names.contains(policy) else {
      throw UsageError.badValue(
        policy, of: "--policy", expected: ShippedPolicies.names.joined(separator: ", "))
    }
    if call.context.isClockSet && !sandbox { throw Refusal.notSandbox }
    let login = Session.accountName()
    try NewBase(path: call.context.path).make(call.context) { house in
      try SetUpHouse(
        policy: policy, isSandbox: sandbox, login: login, name: call.words["init.name"],
        department: call.words["init.department"]
      ).perform(at: call.now, in: house)
    }
    return Reply(
      [
        "path": .text(call.context.path), "policy": .text(policy), "login": .text(login),
        "sandbox": .bool(sandbox),
      ],
      text: call.words("init.done", ["path": call.context.path, "login": login, "policy": policy]))
  }

  private static func listPeople(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let people = try Reading.everybody(by: session.actor.id, in: session.house)
    let items = people.map { person in
      let roles = person.roles.map(\.rawValue).sorted()
      return Reply.Item(
        json: .object([
          "id": .integer(Int(person.id.value)), "login": .text(person.login), "name": .text(person.name),
          "department": .text(person.departmentName), "roles": .list(roles.map { .text($0) }),
          "active": .bool(person.isActive), "policy": .text(person.policy),
          "capacity": .integer(person.capacity),
        ]),
        row: [
          person.login, person.name, person.departmentName,
          person.roles.map { call.words["role.\($0.rawValue)"] }.sorted().joined(separator: ", "),
        ])
    }
    return Reply(
      list: items, under: call.heading("login", "person", "department", "roles"), whenEmpty: "")
  }

  private static func changePerson(_ call: Invocation) throws -> Reply {
    let (login, text) = (call.arguments.operand(0) ?? "", call.arguments.value("--capacity") ?? "")
    let capacity = Int(text)
    guard text == "policy" || capacity != nil else {
      throw UsageError.badValue(text, of: "--capacity", expected: "300, policy")
    }
    let session = try call.session()
    try ChangePerson(login, capacity: capacity).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["login": .text(login), "capacity": .integer(capacity)],
      text: call.words("person.changed", ["login": login, "capacity": text]))
  }

  private static func addDepartment(_ call: Invocation) throws -> Reply {
    let arguments = call.arguments
    let (name, parent) = (arguments.operand(0) ?? "", arguments.value("--under") ?? "")
    let kind = try arguments.word("--kind", as: DepartmentKind.self)
    let session = try call.session()
    if let policy = arguments.value("--policy") { try session.require(policy: policy, of: "--policy") }
    try AddDepartment(name, under: parent, policy: arguments.value("--policy"), kind: kind).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      [
        "department": .text(name), "under": .text(parent), "policy": .text(arguments.value("--policy")),
        "kind": .text(kind?.rawValue),
      ],
      text: call.words("department.added", ["department": name, "under": parent]))
  }

  private static func addPerson(_ call: Invocation) throws -> Reply {
    let words = call.arguments.all("--role")
    let roles = try words.map { try ParsedArguments.word($0, of: "--role", as: Role.self) }
    let (login, name) = (call.arguments.operand(0) ?? "", call.arguments.value("--name") ?? "")
    let department = call.arguments.value("--department") ?? ""
    let kind = try call.arguments.word("--department-kind", as: DepartmentKind.self)
    let session = try call.session()
    let id = try AddPerson(
      login: login, name: name, department: department, roles: roles.isEmpty ? [.agent] : Set(roles),
      departmentKind: kind
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    let person = try Reading.person(id, in: session.house)
    let resulting = try session.house.rules.departmentKind(of: person)
    return Reply(
      [
        "id": .integer(Int(id.value)), "login": .text(login), "name": .text(name),
        "department": .text(department), "department_kind": .text(resulting.rawValue),
        "roles": .list(person.roles.map(\.rawValue).sorted().map { .text($0) }),
      ],
      text: call.words("person.added", ["login": login, "name": name, "department": department]))
  }
}

/// A base that does not exist yet. It is made beside its place and moved there whole, so that a half-made one is never
/// found.
struct NewBase {
  let path: String

  func make(_ context: Context, _ fill: (House) throws -> Void) throws {
    let files = FileManager.default
    // A log that a base left behind would be taken for the new one's.
    for file in [path, path + "-wal"] where files.fileExists(atPath: file) {
      throw DatabaseFailure.exists(path: file)
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw DatabaseFailure.cannotOpen(path: path, reason: "\(folder)")
    }
    removeWhatTheKilledLeft()
    let unfinished = "\(path).new-\(ProcessInfo.processInfo.processIdentifier)"
    defer { remove(unfinished) }
    try open(unfinished, context, fill)
    if isShared(folder) { chmod(unfinished, 0o660) }
    try sync(unfinished)
    // A link, unlike a rename, never overwrites what another process made meanwhile.
    do {
      try files.linkItem(atPath: unfinished, toPath: path)
    } catch {
      throw DatabaseFailure.exists(path: path)
    }
  }

  /// A folder whose files belong to its group, which may write.
  private func isShared(_ folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & S_ISGID != 0 && status.st_mode & S_IWGRP != 0
  }

  private func removeWhatTheKilledLeft() {
    let place = URL(filePath: path)
    let folder = place.deletingLastPathComponent().path
    let prefix = place.lastPathComponent + ".new-"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) {
      guard let maker = pid_t(name.dropFirst(prefix.count)), kill(maker, 0) != 0, errno == ESRCH else {
        continue
      }
      remove("\(folder)/\(name)")
    }
  }

  /// The last connection to close leaves one file, without a log.
  private func open(_ path: String, _ context: Context, _ fill: (House) throws -> Void) throws {
    let house = try House(path: path, access: .create, rules: try context.rules, origin: "command")
    try fill(house)
  }

  private func sync(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDWR)
    defer { close(descriptor) }
    guard descriptor >= 0, fsync(descriptor) == 0 else { throw DatabaseFailure.full }
  }

  private func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
