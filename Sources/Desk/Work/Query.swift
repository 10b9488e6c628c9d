import Domain
import Services

/// What a pane wants to know. The answer comes back with the query, so that a late one is told from the latest.
package enum Query: Hashable, Sendable {
  case library
  /// The numbers of the library, for a filter of digits.
  case libraryNumbers
  case customer(CustomerID, for: Purpose)
  case alerts
  case drafts
  /// A page of the sea. The first page of a search calls off the search before.
  case sea(SeaAsk)
  /// How many the sea has of these, counted up to `SeaAsk.mostCounted`.
  case seaCount(SeaTerms)
  /// What has become of these rows of the sea, and what came in since the newest of all.
  case seaNews(of: [CustomerID], since: SeaCursor?, SeaTerms)
  /// What the house knows of a name and of numbers. It calls off the one before.
  case check(CollisionQuery)
  /// A list of the check.
  case shelf(CheckChoice)
  case receipt(ReceiptCode)
  /// Where a customer stands on the service axis.
  case axis(CustomerID)
  /// Whose number this is.
  case caller(String)
  /// The views of the sea one keeps.
  case seaViews
  /// Whether one may pick it, and why not.
  case pickOutlook(CustomerID)
  /// What left me.
  case lost
  /// What waits for my answer, and what was answered lately.
  case approvals
  /// What is about to flow back, and what a blown fuse holds back.
  case forecast
  /// Which customers of a holder these are.
  case holderForecast(PersonID)
  /// Who would answer an extension of so many days.
  case answerers(days: Int)
  /// By which pinyin initials these texts are found.
  case initials([String])

  /// What is to become of a customer once it has been read.
  package enum Purpose: Hashable, Sendable {
    /// Shown beside the list.
    case aside
    /// Shown whole, or written about.
    case whole
    case dial, copy
    /// Offered in a swap, the library being full.
    case swap
  }
}

package enum Answer: Sendable {
  case library(LibraryView)
  case libraryNumbers([CustomerID: String])
  case customer(CustomerView)
  case alerts([Alert])
  case drafts([Draft])
  case sea(SeaPage)
  case seaCount(Int)
  case seaNews(SeaNews)
  case check(CheckFound)
  case shelf([CheckItem])
  case receipt(KeptReceipt)
  case axis(AxisView?)
  case caller(CallerLook)
  case seaViews([KeptSeaView])
  case pickOutlook(PickOutlook)
  case lost(LostView)
  case approvals(ApprovalsView)
  case forecast(ReleaseForecast)
  case holderForecast(HolderForecast)
  case answerers([Refusal.Holder])
  case initials([String: String])
}

/// A page of a search of the sea.
package struct SeaAsk: Hashable, Sendable {
  /// A count goes no further: beyond, nobody reads on.
  package static let mostCounted = 1_000

  package var terms = SeaTerms()
  /// Nil for the first page.
  package var after: SeaCursor?
  package var limit = 50

  package var isNewSearch: Bool { after == nil }
}

/// The customer an act is about, as it is named in the message.
package struct Subject: Hashable, Sendable {
  package let id: CustomerID
  package let name: String

  package init(_ id: CustomerID, name: String) {
    self.id = id
    self.name = name
  }
}

/// Something that changes the base.
package enum Deed: Sendable {
  case release([Subject], ReleaseReason)
  case undoRelease([Subject])
  case write(NoteEntry, on: Subject, draft: String)
  case takeBack(NoteID, on: Subject, again: NoteEntry)
  case plan(Instant?, with: Subject, before: Instant?)
  case pick([Subject])
  case undoPick([Subject])
  case swap(release: Subject, take: Subject)
  case undoSwap(release: Subject, take: Subject)
  case keepSeaView(SeaViewChange)
  case change(CustomerChange, of: Subject)
  /// Leaves a receipt of a check; its number is to be copied.
  case check(CollisionQuery, copying: Bool)
  /// With the leave of support's answer to an application, where there is one; in a full library instead of another.
  case enter(CustomerForm, application: ApplicationID?, releasing: Subject?)
  case apply(Application.Entry)
  case answerApplication(ApplicationID, ApplicationAnswer, name: String)
  case withdraw(ApplicationID, name: String)
  case judge(Dispute, Judgement, remark: String)
  /// Who has it hears what was learned of it.
  case tell(Subject, text: String)
  /// With the customer that is meant by a code or a number.
  case pair(Subject, with: String)
  case askExtension(Subject, days: Int, reason: String)
  case askTakeBack(Subject)
  case addOrder(Subject, amount: Amount, contract: String)
  case takeBackCustomer(Subject)
  case answer([Asked], granted: Bool, remark: String)
  /// What a blown fuse holds back goes to the sea.
  case confirmReleases(shownAt: Instant)
  /// What is about to flow back may, however much it is.
  case confirmForecast
  case keepDraft(String?, on: CustomerID)
  case markAlertsSeen(upTo: AlertID)
  /// A number of a pick that may still be undone is on the screen (R3.7).
  case noteNumberShown(CustomerID)

  /// Of several customers, all were refused.
  func isRefused(_ receipt: Receipt) -> Bool {
    guard case .refused(let refusals) = receipt else { return false }
    switch self {
    case .release(let subjects, _), .undoRelease(let subjects), .pick(let subjects), .undoPick(let subjects):
      return refusals.count == subjects.count
    default: return false
    }
  }

  /// Nobody waits for it, and nothing is said of it.
  var isQuiet: Bool {
    switch self {
    case .keepDraft, .markAlertsSeen, .noteNumberShown: true
    default: false
    }
  }
}

/// A request, and the customer it is about.
package struct Asked: Sendable, Equatable {
  package let request: RequestID
  package let about: Subject

  init(_ asked: AskedRequest) {
    request = asked.id
    about = Subject(asked.customer, name: asked.customerName)
  }
}

package enum Receipt: Sendable {
  case none
  /// Of several, those that were refused.
  case refused([Subject: Refusal])
  case written(WriteNote.Written)
  case picked(Picked)
  case changed(ChangeCustomer.Changed)
  case entered(CustomerID)
  case checked(Domain.Receipt)
  /// Of whom it was asked; nil where nobody is there to answer.
  case asked(Refusal.Holder?)
  /// How many went to the sea.
  case confirmed(Int)
  case ordered(OrderID)
  /// The other of the two.
  case paired(Subject)
  /// The base is away: the draft is in a file of the user's own.
  case keptInFile
}

/// What came of a pick, of one or of several.
package struct Picked: Sendable {
  package var refusals: [Subject: Refusal] = [:]
  /// Of a single one: the number to call, and until when it is held.
  package var number: String?
  package var due: Instant?
}

/// Why something did not come about.
package enum Trouble: Error, Sendable, Equatable {
  case refused(Refusal)
  case failed(DatabaseFailure)

  package init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = .refused(refusal)
    case let failure as DatabaseFailure: self = .failed(failure)
    default: self = .failed(.failed(reason: String(describing: error)))
    }
  }
}
