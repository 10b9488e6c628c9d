/// A rule says no. Nothing was changed, but for a customer that had flowed back meanwhile.
///
/// The codes are part of the command line's contract; the words are made at the edge.
package enum Refusal: Error, Sendable, Equatable {
  /// Somebody holds the customer: the actor himself, or who was first (R3.2); since when.
  case held(by: Holder, since: Instant)
  /// Released by hand a moment ago, and can still be taken back by who released it (R3.5).
  case undoPending(by: Holder, until: Instant)
  /// The actor does not hold the customer.
  case notHeld
  case libraryFull(held: Int, capacity: Int)
  /// The opportunity ended at this moment, before the act (R4.6).
  case flowedBack(at: Instant)
  /// The check found what counts (R5.7): its receipt, where it left one, and the customers found, the worst first.
  case collision(Receipt)
  case coolingDown(until: Day)
  case dailyLimit(picked: Int, limit: Int)
  case notAllowed(Act)
  case unknownCustomer(String)
  case unknownPerson(String)
  case invalidField(String, Problem)
  case notSandbox
  /// The time in which it could be undone is over, or nothing is there to undo (R3.5).
  case tooLateToUndo
  /// Only one's own answer to a list can be taken back, within the minute (R8.2).
  case answerStands
  /// Without the note the effective due would lie in the past (R6.5).
  case duePassed(due: Instant)
  /// A state in which the act makes no sense: a void or lost customer can't be picked.
  case wrongState(CustomerState)
  case noCallableNumber
  /// None of its numbers may be dialled, now or later.
  case noNumberToDial
  case cannotDial(DiallingBar)
  /// No clock runs on the customer, so there is nothing to put off.
  case noClock
  /// It was asked for already in this opportunity, and not granted (R4.8).
  case alreadyAsked(at: Instant)
  /// This month's extension is spent (R4.8); the next may be asked for from this day.
  case extensionSpent(at: Instant, next: Day)
  case unknownRequest(String)
  case unknownReceipt(String)
  /// By whom and when; nil where nobody did, and it is over.
  case alreadyAnswered(by: String? = nil, at: Instant? = nil)
  /// Nobody answers himself: somebody above must.
  case ownRequest
  /// He does not help with this customer (R3.8).
  case noHelper
  /// No rule released it, or somebody has it again (R4.16).
  case nothingToTakeBack
  case tooLateToTakeBack
  /// No fuse has blown.
  case nothingToConfirm
  case unknownOrder(String)
  case unknownNote(String)
  case unknownDocument(String)
  case unknownTask(String)
  /// The same file is kept with this customer already (R10.3).
  case documentKnown(Document)
  /// Somebody else wrote the note, and he or who is above him puts it right (R6.5).
  case notYourNote(by: Holder)
  /// Its order waits to be confirmed until then: meanwhile it is not given up (R4.19).
  case orderWaits(until: Instant)
  /// A state of the order in which the act makes no sense: one that is confirmed can't be confirmed again.
  case wrongOrderState(OrderState)
  case unknownPayment(String)
  /// Somebody has an account of this customer that is not signed yet (R9.2).
  case accountOpen(by: Holder)
  /// An account is of another contract than those its customer signed (R9.2).
  case otherContract([String])
  /// More than what is left to be paid of an order.
  case overpaid(rest: Amount)
  /// On the list of those who are never picked or entered (R3.12).
  case blocked
  /// A house account is released by nothing (R3.12).
  case houseAccount
  /// Somebody was first to apply for it, or was granted it (R5.8); until when, where support has answered.
  case appliedFor(by: Holder, until: Instant?)
  /// He has applied for it himself, and it is open or granted still (R5.8).
  case alreadyApplied(ApplicationID, at: Instant)
  case unknownApplication(String)
  /// So many of his wait for an answer already (R5.8).
  case tooManyApplications(open: Int)
  /// One of his for this name was refused, or lapsed, not long ago: he may apply again from this day (R5.8).
  case appliedInVain(until: Day)
  /// Nothing is to be asked of support: the applicant may enter it, or pick this one, himself (R5.8).
  case noNeedToApply(pick: CustomerID?)
  /// The application is not, or no longer, good for what was to be done with it (R5.8).
  case application(ApplicationState)
  /// What was typed is no next contact (R6.2).
  case nextContact(WhenError)
  /// The application is somebody else's.
  case notYourApplication
  /// The answer is good for another company: for this one (R5.8).
  case otherCompany(String)
  /// The customer was granted, and its name not put right in time (R5.8).
  case wrongName(shouldBe: String)
  /// It is another customer's record, merged into this one (R3.11).
  case merged(into: CustomerID)
  /// Twice the same customer, where two are needed.
  case sameCustomer
  /// Who is to have it has it already.
  case sameHolder
  /// He works here no more: nothing is given to him, and he does nothing (R2.4).
  case deactivated(String)
  /// Nobody deactivates himself (R2.4).
  case ownAccount
  /// He is in that department already; or holds so many customers that are to be handed over or taken along (R4.15).
  case sameDepartment, stillHolds(Int)
  /// He may do it himself: nobody has to be asked (R8.4).
  case noNeedToAsk
  /// Nothing of his is left to be handed over (R2.6).
  case nothingToHandOver
  /// It does not stand as the handover left it: somebody went on with it (R2.6).
  case changedSince
  /// Not a company and a person that may be the same buyer (R3.10), or part of another pair.
  case notAPair
  case alreadyPaired
  /// Support has nothing to judge of this customer (R5.7).
  case nothingToJudge
  /// Support has to judge its collision first (R5.7).
  case unprotected
  /// Support has to answer first what was applied for while its name was wrong (R5.8).
  case appliedForMeanwhile(ApplicationID)
  /// What the import left open of it was not filled in in time (R5.9).
  case incomplete([EntryField])
  /// It is on the list already; or it is not (R7.5).
  case alreadyListed, notListed
  /// It flows back before the day of the list begins (R7.5).
  case dueBeforeList(due: Instant)
  /// Nothing is on the list that could be handed in.
  case listEmpty
  /// The list falls short, and nothing was said why (R7.5).
  case listShort(ListFigures)
  /// It was handed in at this moment and waits; or it was not handed in.
  case alreadySubmitted(at: Instant)
  case notSubmitted
  /// What was passed is frozen (R8.2).
  case listPassed(by: Holder, at: Instant)
  /// It is another than the one that was looked at.
  case listChanged
  /// Nobody passes his own list, or that of somebody whose department is not under his.
  case ownList
  case otherDepartment(Holder)
  /// Its agent is on leave, and has no list (R2.6).
  case away(until: Day, deputy: Holder)

  package struct Holder: Sendable, Hashable {
    package let id: PersonID
    package let name: String
    package let department: String

    package init(id: PersonID, name: String, department: String) {
      self.id = id
      self.name = name
      self.department = department
    }
  }

  /// What is wrong with a field.
  package enum Problem: String, Sendable {
    case missing, unknown, unreadable, past
    case tooLong = "too_long"
    case tooShort = "too_short"
    /// A name of words that every name may have.
    case saysNothing = "says_nothing"
    case tooFarBack = "too_far_back"
    case ahead
    case beforeEntry = "before_entry"
    case beforeSubmitted = "before_submitted"
    case beforeEntered = "before_entered"
    case ambiguous
    case taken
    /// Somebody who would stand above himself.
    case ring
    case takenBack = "taken_back"
    /// Of what is paid.
    case nothingLeft = "nothing_left"
    case notANumber = "not_a_number"
    case outOfRange = "out_of_range"
    case controlCharacters = "control_characters"
  }

  package var code: String {
    switch self {
    case .held, .undoPending: "held"
    case .notHeld: "not_held"
    case .libraryFull: "library_full"
    case .flowedBack: "flowed_back"
    case .collision: "collision"
    case .coolingDown: "cooling_down"
    case .dailyLimit: "daily_limit"
    case .notAllowed: "not_allowed"
    case .unknownCustomer: "unknown_customer"
    case .unknownPerson: "unknown_person"
    case .invalidField, .nextContact: "invalid_field"
    case .notSandbox: "not_sandbox"
    case .tooLateToUndo, .answerStands: "too_late_to_undo"
    case .duePassed: "due_passed"
    case .wrongState: "wrong_state"
    case .noCallableNumber, .noNumberToDial: "no_callable_number"
    case .cannotDial(let bar): bar.code
    case .noClock: "no_clock"
    case .alreadyAsked: "already_asked"
    case .extensionSpent: "extension_spent"
    case .unknownRequest: "unknown_request"
    case .unknownReceipt: "unknown_receipt"
    case .alreadyAnswered: "already_answered"
    case .ownRequest: "own_request"
    case .noHelper: "no_helper"
    case .nothingToTakeBack: "nothing_to_take_back"
    case .tooLateToTakeBack: "too_late"
    case .nothingToConfirm: "nothing_to_confirm"
    case .unknownOrder: "unknown_order"
    case .unknownNote: "unknown_note"
    case .unknownDocument: "unknown_document"
    case .unknownTask: "unknown_task"
    case .documentKnown: "document_known"
    case .notYourNote: "not_your_note"
    case .orderWaits: "order_waits"
    case .wrongOrderState: "wrong_order_state"
    case .unknownPayment: "unknown_payment"
    case .accountOpen: "account_open"
    case .otherContract: "other_contract"
    case .overpaid: "overpaid"
    case .blocked: "blocked"
    case .houseAccount: "house_account"
    case .appliedFor: "applied_for"
    case .alreadyApplied: "already_applied"
    case .unknownApplication: "unknown_application"
    case .tooManyApplications: "too_many_applications"
    case .appliedInVain: "applied_in_vain"
    case .noNeedToApply: "no_need_to_apply"
    case .application(let state): "application_\(state.rawValue)"
    case .notYourApplication: "not_your_application"
    case .otherCompany: "other_company"
    case .wrongName: "wrong_name"
    case .merged: "merged"
    case .sameCustomer: "same_customer"
    case .sameHolder: "same_holder"
    case .deactivated: "deactivated"
    case .ownAccount: "own_account"
    case .sameDepartment: "same_department"
    case .stillHolds: "still_holds"
    case .noNeedToAsk: "no_need_to_ask"
    case .nothingToHandOver: "nothing_to_hand_over"
    case .changedSince: "changed_since"
    case .notAPair: "not_a_pair"
    case .alreadyPaired: "already_paired"
    case .nothingToJudge: "nothing_to_judge"
    case .unprotected, .appliedForMeanwhile: "unprotected"
    case .incomplete: "incomplete"
    case .alreadyListed: "already_listed"
    case .notListed: "not_listed"
    case .dueBeforeList: "due_before_list"
    case .listEmpty: "list_empty"
    case .listShort: "list_short"
    case .alreadySubmitted: "already_submitted"
    case .notSubmitted: "not_submitted"
    case .listPassed: "list_passed"
    case .listChanged: "list_changed"
    case .ownList: "own_list"
    case .otherDepartment: "other_department"
    case .away: "away"
    }
  }
}

extension DiallingBar {
  fileprivate var code: String {
    switch self {
    case .noPhone: "no_phone"
    case .marked(.dead): "dead_number"
    case .marked(.wrong): "wrong_number"
    case .marked: "do_not_call"
    case .quiet: "quiet_hours"
    case .triedEnough: "tried_enough"
    }
  }
}
