/// Where an application stands (R5.8). The raw values are what the base stores and part of the command line's contract.
package enum ApplicationState: String, Sendable, CaseIterable {
  /// Support has not answered yet.
  case open
  /// The applicant enters the company himself, once.
  case enter
  /// A customer was given to him.
  case granted
  case refused
  /// He has entered what he was allowed to.
  case used
  /// He did not do in time what he was allowed to, or had to.
  case lapsed
  case withdrawn
}

/// What support answers (R5.8).
package enum ApplicationAnswer: Sendable, Equatable {
  case enter
  case grant(CustomerID)
  case refuse(reason: String)
}

/// What an agent asks of support where the check lets him neither enter nor pick (申请挑入, R5.8).
package struct Application: Sendable {
  package let id: ApplicationID
  package let applicant: Refusal.Holder
  /// Who wrote it, where that is somebody else: the clerk, for an agent (特殊资源申请).
  package let writer: Refusal.Holder?
  package let entry: Entry
  /// The receipt of the check it was made on (R5.6).
  package let receipt: String
  package let askedAt: Instant
  /// Until when support answers; then the manager is told.
  package let answerBy: Instant
  package let answer: Answer?
  /// Until when an answer is waited for, or is good for something; nil where nothing is left to be done.
  package let expiresAt: Instant?
  /// The customer that was given to him, or that he entered.
  package let customer: CustomerID?
  /// What that customer is called where the answer asks for another name.
  package let wrongName: String?
  private let storedState: ApplicationState

  /// The texts as they were typed.
  package struct Entry: Sendable, Equatable {
    package var name: String
    package var landline: String
    package var fax: String
    package var mobile: String
    package var address: String
    package var remark: String

    package init(
      name: String, landline: String, fax: String, mobile: String = "", address: String, remark: String
    ) {
      self.name = name
      self.landline = landline
      self.fax = fax
      self.mobile = mobile
      self.address = address
      self.remark = remark
    }
  }

  package struct Answer: Sendable {
    package let by: Refusal.Holder
    package let at: Instant
    /// Empty where none was asked for.
    package let reason: String

    package init(by: Refusal.Holder, at: Instant, reason: String) {
      self.by = by
      self.at = at
      self.reason = reason
    }
  }

  package init(
    id: ApplicationID, applicant: Refusal.Holder, writer: Refusal.Holder?, entry: Entry, receipt: String,
    askedAt: Instant, answerBy: Instant, state: ApplicationState, answer: Answer?, expiresAt: Instant?,
    customer: CustomerID?, wrongName: String?
  ) {
    self.id = id
    self.applicant = applicant
    self.writer = writer
    self.entry = entry
    self.receipt = receipt
    self.askedAt = askedAt
    self.answerBy = answerBy
    storedState = state
    self.answer = answer
    self.expiresAt = expiresAt
    self.customer = customer
    self.wrongName = wrongName
  }
}

extension Application {
  /// How it stands, whether the engine has come to it or not. A grant whose name was put right does not lapse.
  package func state(at now: Instant) -> ApplicationState {
    guard let expiresAt, expiresAt <= now else { return storedState }
    switch storedState {
    case .open, .enter: return .lapsed
    case .granted: return wrongName == nil ? .granted : .lapsed
    case .refused, .used, .lapsed, .withdrawn: return storedState
    }
  }

  /// Nobody ever answered it.
  package var isUnanswered: Bool { answer == nil }

  /// What its applicant has to do yet, and until when.
  package func task(at now: Instant) -> (task: ApplicationTask, until: Instant)? {
    guard let expiresAt, now < expiresAt else { return nil }
    switch storedState {
    case .enter: return (.enter, expiresAt)
    case .granted: return wrongName == nil ? nil : (.putNameRight, expiresAt)
    case .open, .refused, .used, .lapsed, .withdrawn: return nil
    }
  }

  /// Support's time is over, and it has not answered.
  package func isOverdue(at now: Instant) -> Bool { state(at: now) == .open && answerBy <= now }
}

/// What an answered application leaves to be done (R5.8). The raw values are part of the command line's contract.
package enum ApplicationTask: String, Sendable, CaseIterable {
  case enter
  case putNameRight = "put_name_right"
}

/// A name or number that somebody has applied for, or that was granted to him: nobody else enters or picks it (R5.8).
package struct Reservation: Sendable, Equatable {
  package let application: ApplicationID
  package let by: Refusal.Holder
  /// The company that was applied for.
  package let name: String
  package let until: Instant?
  /// What is the same.
  package let isSameName: Bool
  package let isSameKey: Bool
  package let numberKeys: [String]

  package init(
    application: ApplicationID, by: Refusal.Holder, name: String, until: Instant?, isSameName: Bool,
    isSameKey: Bool, numberKeys: [String]
  ) {
    self.application = application
    self.by = by
    self.name = name
    self.until = until
    self.isSameName = isSameName
    self.isSameKey = isSameKey
    self.numberKeys = numberKeys
  }
}

extension HouseCalendar {
  /// The end of the second desk day after a moment: until then support answers (R5.7), and its answer is good (R5.8).
  package func endOfSupportTerm(from moment: Instant) -> Instant {
    end(ofDeskDay: 2, after: moment)
  }

  /// The end of so many desk days after the day of a moment.
  package func end(ofDeskDay count: Int, after moment: Instant) -> Instant {
    end(of: adding(deskDays: count, to: day(of: moment)))
  }
}
