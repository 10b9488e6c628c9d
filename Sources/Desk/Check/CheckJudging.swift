import Domain
import Services

/// What support judges (R5.7), and what an agent tells the holder of a customer that he met in the check (R5.3).
extension CheckPane {
  var dispute: Dispute? { item?.dispute }

  /// It stays with its holder, and is protected again.
  mutating func keep() -> [Effect] {
    dispute.map { begin(JudgeErrand(dispute: $0, judgement: .keep, remark: "")) } ?? []
  }

  /// What was typed of it is in the line, to be sent or changed.
  func tellHolder() -> [Effect] {
    guard let hit, let subject, let holder = hit.holder else { return [] }
    let known = [.contact, .phone, .fax, .mobile].filter { $0 == .contact || form.holdsNumber($0) }
      .map { form[$0] }.filter { !$0.allSatisfy(\.isWhitespace) }
    let purpose = LinePurpose.tell(subject, holder: "\(holder.department) \(holder.name)")
    return [.open(LinePane(purpose, text: known.map { "\($0), " }.joined()))]
  }
}

extension CheckForm {
  /// "None" tells nothing.
  fileprivate func holdsNumber(_ field: CheckField) -> Bool { self[field].contains(where: \.isWholeNumber) }
}

extension Dispute {
  /// How it may be judged against its holder: handed over only to somebody else who has the other.
  var waysAgainst: [Judgement] {
    guard let twinHolder, twinHolder.id != holder?.id else { return [.merge] }
    return [.merge, .handOver]
  }
}
