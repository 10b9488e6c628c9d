import Domain
import Storage

/// Something is to be done for a customer (R10.5); who helps is told.
package struct AddTask {
  let customer: CustomerID
  let content: TaskContent
  let helpers: [PersonID]

  package init(_ content: TaskContent, for customer: CustomerID, helpers: [PersonID] = []) {
    self.content = content
    self.customer = customer
    self.helpers = helpers
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerTask {
    try house.write(as: actor, .task, on: customer, at: now) { unit, customer in
      guard customer.holder != nil else { throw try unit.notHeld(customer.id) }
      let content = try content.checked(after: now)
      let id = try unit.store.tasks.add(content, for: customer.id, at: now)
      for helper in Set(helpers).sorted() where helper != customer.holder {
        try unit.setHelper(helper, true, with: id)
      }
      let task = try unit.task(id)
      try unit.tell(.taskAdded, of: task)
      unit.note(nil, task)
      return task
    }
  }
}

/// What of a task is to change; nil for what stays.
package struct TaskChange: Sendable {
  package var subject: String?
  package var product: String?
  package var due: Instant?
  package var stage: TaskStage?
  package var cost: Amount?
  /// Who helps from now on, and who no longer does.
  package var helpers: [PersonID: Bool] = [:]

  package init() {}
}

/// Changes a task, or ends it: who holds its customer may, who is above him, and who helps (R10.5).
package struct ChangeTask {
  let task: TaskID
  let change: TaskChange

  package init(_ task: TaskID, _ change: TaskChange) {
    self.task = task
    self.change = change
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerTask {
    let subject = try house.readWithoutRight { try $0.store.tasks.find(task)?.customer }
    guard let subject else { throw Refusal.unknownTask(String(task.value)) }
    return try house.write(
      as: actor, .task, on: subject, beyondReach: .leftToTheAct, leaving: .changes, at: now
    ) { unit, customer in
      let before = try unit.task(task)
      guard try before.helpers.contains(where: { $0.id == actor }) || Allowance(unit).covers(.task, customer)
      else { throw try unit.notHeld(customer.id) }
      try unit.store.tasks.change(task, to: try changed(before.content, at: now))
      for (helper, helps) in change.helpers.sorted(by: { $0.key < $1.key }) where helper != customer.holder {
        try unit.setHelper(helper, helps, with: task)
      }
      let after = try unit.task(task)
      unit.note(before, after)
      if after != before { try unit.tell(after.content.stage.isOver ? .taskOver : .taskChanged, of: after) }
      return after
    }
  }

  private func changed(_ content: TaskContent, at now: Instant) throws -> TaskContent {
    let new = TaskContent(
      subject: change.subject ?? content.subject, product: change.product ?? content.product,
      due: change.due ?? content.due, stage: change.stage ?? content.stage, cost: change.cost ?? content.cost)
    return try new.checked(after: change.due == nil ? nil : now)
  }
}

extension TaskContent {
  /// As it is kept.
  ///
  /// - Parameter now: nil where the due stays, which may be over by now.
  fileprivate func checked(after now: Instant?) throws -> TaskContent {
    var content = self
    content.subject = try PlainText.line(subject, "subject")
    content.product = try PlainText.line(product, "product")
    if content.subject.isEmpty { throw Refusal.invalidField("subject", .missing) }
    if let now, let due, due <= now { throw Refusal.invalidField("due", .past) }
    return content
  }
}

extension WritingUnit {
  fileprivate func task(_ id: TaskID) throws -> CustomerTask {
    guard let task = try store.tasks.find(id) else { throw Refusal.unknownTask(String(id.value)) }
    return task
  }

  fileprivate func setHelper(_ helper: PersonID, _ helps: Bool, with task: TaskID) throws {
    let person = try person(helper)
    if helps && !person.isActive { throw Refusal.unknownPerson(person.login) }
    guard try store.tasks.setHelper(helper, helps, with: task), !helps else { return }
    // He is told of this change too, as of every one.
    try tell(.taskOver, helper, of: self.task(task))
  }

  /// Everybody but who does it: the helpers, and the holder.
  fileprivate func tell(_ kind: AlertKind, of task: CustomerTask) throws {
    for person in task.helpers.map(\.id) + [task.owner?.id].compactMap({ $0 }) {
      try tell(kind, person, of: task)
    }
  }

  private func tell(_ kind: AlertKind, _ person: PersonID, of task: CustomerTask) throws {
    if person == actor { return }
    try store.alerts.add(
      kind, to: person, on: task.customer, due: task.content.due ?? now, clock: "",
      remark: task.content.subject, at: now)
  }

  fileprivate func note(_ before: CustomerTask?, _ after: CustomerTask) {
    let (old, new) = (before?.content, after.content)
    let calendar = rules.calendar
    event.change("task", from: old?.subject, to: new.subject)
    event.change("product", from: old?.product, to: new.product.isEmpty && old == nil ? nil : new.product)
    event.change("due", from: old?.due.map(calendar.iso8601), to: new.due.map(calendar.iso8601))
    event.change("task_stage", from: old?.stage.rawValue, to: new.stage.rawValue)
    event.change("cost", from: old?.cost?.text, to: new.cost?.text)
    event.change("helpers", from: before.flatMap(\.helperNames), to: after.helperNames)
    // What it is about is said even where that stays.
    if old?.subject == new.subject && !event.isEmpty { event.add(["text": new.subject]) }
  }
}

extension CustomerTask {
  /// Nil for none.
  fileprivate var helperNames: String? {
    helpers.isEmpty ? nil : helpers.map(\.name).joined(separator: ", ")
  }
}
