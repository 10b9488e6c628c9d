import Domain
import Services

/// Something is to be done for a customer (R10.5).
struct AddTaskErrand: CustomerErrand {
  let content: TaskContent
  let subject: Subject

  static let said = "report.task"

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> CustomerTask {
    try AddTask(content, for: subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_ task: CustomerTask, _ context: Context) -> String? {
    let due = task.content.due.map { "  " + context.wording.moment($0, at: context.now) } ?? ""
    return context.words(
      "report.task",
      ["customer": subject.name.cut(to: 30), "subject": task.content.subject.cut(to: 30), "due": due])
  }
}
