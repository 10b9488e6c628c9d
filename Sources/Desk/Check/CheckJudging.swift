import Domain
import Services

/// What support judges (R5.7).
extension CheckPane {
  var dispute: Dispute? { item?.dispute }

  /// It stays with its holder, and is protected again.
  mutating func keep() -> [Effect] {
    dispute.map { begin(.judge($0, .keep, remark: "")) } ?? []
  }
}

extension Dispute {
  /// How it may be judged against its holder: handed over only to somebody else who has the other.
  var waysAgainst: [Judgement] {
    guard let twinHolder, twinHolder.id != holder?.id else { return [.merge] }
    return [.merge, .handOver]
  }
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
