import Assets
import Domain

/// What notes say, from the demo's table.
struct NoteTalk {
  private let texts: [String]
  private static let outcomes: [Outcome] = [.connected, .noAnswer, .interested, .busy, .appointment]

  init() {
    texts = Table("demo/notes.tsv").rows.compactMap { $0.count > 1 ? String($0[1]) : nil }
  }

  /// A call, or now and then a visit; all of them count as notes (R4.9).
  func entry(at moment: Instant, using numbers: inout SeededNumbers) -> NoteEntry {
    let text = numbers.one(of: texts) ?? ""
    if numbers.percent(10) {
      return NoteEntry(kind: .visit, outcome: .connected, text: text, place: "客户公司", met: "采购")
    }
    let next = numbers.percent(50) ? moment + Int64(numbers.within(1...15) * 86_400) : nil
    return NoteEntry(
      outcome: numbers.skewed(of: NoteTalk.outcomes) ?? .connected, text: text,
      intent: numbers.percent(30) ? numbers.one(of: ["C", "B", "A"]) : nil,
      stage: numbers.percent(30) ? numbers.within(1...6) : nil, nextContact: next)
  }
}
