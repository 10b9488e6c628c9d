import Domain
import Services

/// What a line of text is written for.
enum LineErrand: Sendable {
  /// Why a collision is judged against who has the customer (R5.7).
  case judge(Dispute, Judgement)
  /// The other of a pair, by its code or a number of it (R3.10).
  case pair(Subject)

  var subject: Subject {
    switch self {
    case .pair(let subject): subject
    case .judge(let dispute, _): Subject(dispute)
    }
  }

  /// As the keys of its words name it.
  var name: String {
    switch self {
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
    case .judge(let dispute, let judgement): .judge(dispute, judgement, remark: text)
    case .pair(let subject): .pair(subject, with: text)
    }
  }

  func isDone(by deed: Deed) -> Bool {
    switch (self, deed) {
    case (.judge(let dispute, _), .judge(let judged, _, _)): dispute.id == judged.id
    case (.pair(let subject), .pair(let paired, _)): subject == paired
    default: false
    }
  }

  /// What is to be known of it while it is written.
  func facts(_ context: Context) -> [String] {
    switch self {
    case .judge(let dispute, let judgement):
      DisputeWords(context).lines(dispute) + [context.words["line.judge.\(judgement.rawValue)"]]
    case .pair: [context.words["line.pair.fact"]]
    }
  }
}

extension Subject {
  init(_ dispute: Dispute) { self.init(dispute.customer, name: dispute.customerName) }
}
