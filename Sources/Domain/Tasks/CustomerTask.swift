/// Something to be done for a customer (R10.5). It is the task of whoever holds the customer.
package struct CustomerTask: Sendable, Equatable {
  package let id: TaskID
  package let customer: CustomerID
  package let customerName: String
  /// Who holds the customer; nil while it is in the sea.
  package let owner: Refusal.Holder?
  /// They are told of every change.
  package let helpers: [Refusal.Holder]
  package let startedAt: Instant
  package let content: TaskContent

  package init(
    id: TaskID, customer: CustomerID, customerName: String, owner: Refusal.Holder?,
    helpers: [Refusal.Holder], startedAt: Instant, content: TaskContent
  ) {
    self.id = id
    self.customer = customer
    self.customerName = customerName
    self.owner = owner
    self.helpers = helpers
    self.startedAt = startedAt
    self.content = content
  }
}

/// What is written in a task, and how far it is.
package struct TaskContent: Sendable, Equatable {
  package var subject: String
  package var product: String
  package var due: Instant?
  package var stage: TaskStage
  package var cost: Amount?

  package init(
    subject: String, product: String = "", due: Instant? = nil, stage: TaskStage = .open, cost: Amount? = nil
  ) {
    self.subject = subject
    self.product = product
    self.due = due
    self.stage = stage
    self.cost = cost
  }
}

/// The raw values are part of the command line's contract.
package enum TaskStage: String, Sendable, CaseIterable {
  case open, doing, done, dropped

  package var isOver: Bool { self == .done || self == .dropped }
}
