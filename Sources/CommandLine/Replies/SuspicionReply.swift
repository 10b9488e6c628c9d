import Domain
import Services

/// A sign of work that was not done, with what shows it (R6.5).
struct SuspicionReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  func item(_ suspicion: Suspicion) -> Reply.Item {
    let (who, found) = (suspicion.who, suspicion.found)
    let sign = found.sign.rawValue
    return Reply.Item(
      json: .object([
        "login": .text(who.login), "name": .text(who.name), "department": .text(who.departmentName),
        "sign": .text(sign), "count": .integer(found.count), "from": call.time(found.first),
        "to": call.time(found.last), "customers": .list(found.customers.map { .text($0.code) }),
        "evidence": .list(found.evidence.map { .integer(Int($0)) }), "text": .text(found.text),
      ]),
      row: [
        who.name, call.words["suspicion.\(sign)"], String(found.count),
        call.wording.short(found.last, at: call.now), evidence(found),
      ])
  }

  /// The text, or who had it between; and the first customers.
  private func evidence(_ found: FoundSign) -> String {
    let codes = found.customers.prefix(3).map(\.code) + (found.customers.count > 3 ? ["..."] : [])
    return ([found.text] + codes).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
