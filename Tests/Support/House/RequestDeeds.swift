import Domain
import Services
import Storage

/// What is asked and set aside, in a word each.
extension TestHouse {
  @discardableResult
  package func askLost(
    _ customer: CustomerID, _ reason: LostReason = .noNeed, competitor: String = "",
    explanation: String = "谈了三次, 不做了", by who: Who = .zhang
  ) throws -> RequestID {
    try AskLost(customer, reason: reason, competitor: competitor, explanation: explanation)
      .perform(by: id(who), at: now, in: house).request
  }

  @discardableResult
  package func askVoid(_ customer: CustomerID, reason: String = "录错了", by who: Who = .zhang) throws
    -> RequestID
  {
    try AskVoid(customer, reason: reason).perform(by: id(who), at: now, in: house).request
  }

  @discardableResult
  package func askHelper(
    _ helper: Who, with customer: CustomerID, reason: String = "他熟", by who: Who = .zhang
  ) throws -> RequestID {
    try AskCooperation(customer, with: id(helper), reason: reason).perform(by: id(who), at: now, in: house)
      .request
  }

  package func setAside(
    _ customer: CustomerID, as aside: Aside = .void, reason: String = "录错了", by who: Who = .manager
  ) throws {
    try SetAsideCustomer(customer, as: aside, reason: reason).perform(by: id(who), at: now, in: house)
  }

  package func reactivate(_ customer: CustomerID, by who: Who = .manager) throws {
    try ReactivateCustomer(customer).perform(by: id(who), at: now, in: house)
  }

  /// What left somebody, the last first.
  package func left(_ who: Who) throws -> [LostRow] {
    try LostView.read(by: id(who), at: now, in: house).rows
  }

  /// The customers of the sea.
  package func inTheSea() throws -> [CustomerID] {
    try SeaView.read(SeaQuery(), by: id(.zhang), in: house).rows.map(\.id)
  }
}
