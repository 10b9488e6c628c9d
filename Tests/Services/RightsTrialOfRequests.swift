import Domain
import Services
import TestSupport
import XCTest

/// What is asked, answered and set aside (R8.4).
extension RightsTests {
  func performRequest(_ act: String, by actor: PersonID, on customer: CustomerID, in test: TestHouse) throws {
    let (house, now) = (test.house, test.now)
    switch act.split(separator: " ").first {
    case "ask_extension":
      try AskExtension(customer, days: 3, reason: "x").perform(by: actor, at: now, in: house)
    case "ask_lost":
      try AskLost(customer, reason: .noNeed, explanation: "x").perform(by: actor, at: now, in: house)
    case "ask_coop":
      let helper = try test.helper()
      try AskCooperation(customer, with: helper, reason: "x").perform(by: actor, at: now, in: house)
    case "coop":
      try RegisterHelper(try test.helper(), with: customer).perform(by: actor, at: now, in: house)
    case "end_coop":
      let helper = try test.helper()
      try RegisterHelper(helper, with: customer).perform(by: test.id(.director), at: now, in: house)
      try EndCooperation(of: helper, with: customer).perform(by: actor, at: now, in: house)
    case "ask_void": try AskVoid(customer, reason: "x").perform(by: actor, at: now, in: house)
    case "void":
      try SetAsideCustomer(customer, as: .void, reason: "x").perform(by: actor, at: now, in: house)
    case "deactivate":
      try SetAsideCustomer(customer, as: .inactive, reason: "x").perform(by: actor, at: now, in: house)
    case "reactivate":
      try test.setAside(customer, as: .inactive, by: .director)
      try ReactivateCustomer(customer).perform(by: actor, at: now, in: house)
    case "ask_take_back": try AskTakeBack(customer).perform(by: actor, at: now, in: house)
    case "take_back": try TakeBackCustomer(customer).perform(by: actor, at: now, in: house)
    case "answer" where act == "answer":
      _ = try RequestQueue.read(for: actor, at: now, in: house)
      _ = try ApprovalsView.read(by: actor, at: now, in: house)
    case "answer":
      guard let holder = try CustomerView.read(customer, by: test.id(.director), at: now, in: house).holder
      else {
        return XCTFail("nobody holds it")
      }
      let request = try AskExtension(customer, days: 3, reason: "x")
        .perform(by: holder.id, at: now, in: house).request
      try AnswerRequest(request, granted: true).perform(by: actor, at: now, in: house)
    default: XCTFail("no such act: \(act)")
    }
  }
}

extension TestHouse {
  /// Somebody who holds nothing and helps with nothing yet.
  fileprivate func helper() throws -> PersonID {
    try AddPerson(login: "helper", name: "帮手", department: "二部", roles: [.agent])
      .perform(by: id(.admin), at: now, in: house)
  }
}
