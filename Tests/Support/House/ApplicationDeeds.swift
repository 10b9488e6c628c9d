import Domain
import Services

/// What people do about applications in the house of a test.
extension TestHouse {
  /// An application for a company that nobody may enter: li holds it, or it is about to be somebody's.
  @discardableResult
  package func apply(
    _ name: String, landline: String = "0512-69990001", fax: String = "无", mobile: String = "",
    address: String = "江苏省苏州市潮声路9号", remark: String = "老客户介绍", by who: Who = .zhang, for other: Who? = nil
  ) throws -> ApplicationID {
    let entry = Application.Entry(
      name: name, landline: landline, fax: fax, mobile: mobile, address: address, remark: remark)
    return try Apply(entry, for: other?.rawValue).perform(by: id(who), at: now, in: house).id
  }

  @discardableResult
  package func answer(_ application: ApplicationID, _ answer: ApplicationAnswer, by who: Who = .support)
    throws
    -> Application
  {
    try AnswerApplication(application, answer).perform(by: id(who), at: now, in: house)
  }

  package func withdraw(_ application: ApplicationID, by who: Who = .zhang) throws {
    try WithdrawApplication(application).perform(by: id(who), at: now, in: house)
  }

  /// What its applicant sees of it.
  package func application(_ id: ApplicationID, of who: Who = .zhang) throws -> Application? {
    try SupportTasks.read(by: self.id(who), at: now, in: house).first { $0.id == id }
  }
}
