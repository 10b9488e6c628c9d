import Domain
import Services

/// What a line of text is written for.
enum LineErrand: Sendable {
  /// For the holder of somebody else's customer: what was learned of it (R5.3).
  case tell(Subject, holder: String)
  /// Why a collision is judged against who has the customer (R5.7).
  case judge(Dispute, Judgement)
  /// The other of a pair, by its code or a number of it (R3.10).
  case pair(Subject)

  var subject: Subject {
    switch self {
    case .tell(let subject, _), .pair(let subject): subject
    case .judge(let dispute, _): Subject(dispute)
    }
  }

  /// As the keys of its words name it.
  var name: String {
    switch self {
    case .tell: "tell"
    case .judge: "judge"
    case .pair: "pair"
    }
  }

  /// Support may judge without a word.
  var needsText: Bool {
    if case .judge = self { return false }
    return true
  }

  func deed(_ text: String) -> Deed {
    switch self {
    case .tell(let subject, _): .tell(subject, text: text)
    case .judge(let dispute, let judgement): .judge(dispute, judgement, remark: text)
    case .pair(let subject): .pair(subject, with: text)
    }
  }

  func isDone(by deed: Deed) -> Bool {
    switch (self, deed) {
    case (.tell(let subject, _), .tell(let told, _)): subject == told
    case (.judge(let dispute, _), .judge(let judged, _, _)): dispute.id == judged.id
    case (.pair(let subject), .pair(let paired, _)): subject == paired
    default: false
    }
  }

  /// What is to be known of it while it is written.
  func facts(_ context: Context) -> [String] {
    switch self {
    case .tell(_, let holder): [context.words("line.tell.fact", ["who": holder])]
    case .judge(let dispute, let judgement):
      DisputeWords(context).lines(dispute) + [context.words["line.judge.\(judgement.rawValue)"]]
    case .pair: [context.words["line.pair.fact"]]
    }
  }
}

extension Subject {
  init(_ dispute: Dispute) { self.init(dispute.customer, name: dispute.customerName) }
}

extension Report {
  func judged(_ dispute: Dispute, _ judgement: Judgement) -> String {
    context.words(
      "report.judged",
      [
        "customer": dispute.customerName.cut(to: 40),
        "judgement": context.words["judgement.\(judgement.rawValue)"],
      ])
  }

  func paired(_ subject: Subject, _ receipt: Receipt) -> String {
    guard case .paired(let other) = receipt else { return "" }
    return context.words(
      "report.paired", ["customer": subject.name.cut(to: 30), "other": other.name.cut(to: 30)])
  }
}
