import Domain
import Services

/// A task is done, or won't be done any more (R10.5).
struct ChangeTaskErrand: Errand {
  let task: CustomerTask
  let stage: TaskStage
  let subject: Subject

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    var change = TaskChange()
    change.stage = stage
    try ChangeTask(task.id, change).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(
      "task.changed",
      [
        "id": String(task.id.value), "subject": task.content.subject.cut(to: 40),
        "stage": context.words["task.stage.\(stage.rawValue)"],
      ])
  }

  func undo(_: Void) -> Undo? {
    Undo(back: ChangeTaskErrand(task: task, stage: task.content.stage, subject: subject), again: self)
  }

  var about: Subject? { subject }
}
