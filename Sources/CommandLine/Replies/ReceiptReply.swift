import Assets
import Domain
import Services

/// What a check found, as it is told and as it was kept (R5.4, R5.6).
struct ReceiptReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  // MARK: a check just made

  func reply(_ receipt: Receipt) -> Reply {
    let now = call.now
    let isOwn = !receipt.hits.isEmpty && receipt.hits.allSatisfy { $0.reason.code == "own" }
    let verdict = isOwn ? "own" : receipt.verdict.rawValue
    var lines = [
      call.words(
        "collision.verdict.\(verdict)", ["count": String(searched(receipt).count)])
    ]
    if receipt.verdict == .mayEnter && !receipt.hits.isEmpty { lines.append(call.words["collision.parts"]) }
    lines += receipt.hits.map { call.wording.text(of: $0, at: now) }
    if receipt.hasMore { lines.append(call.words["collision.more"]) }
    lines.append(call.words("collision.receipt", ["code": receipt.code?.text ?? "-"]))
    return Reply(
      [
        "receipt": .text(receipt.code?.text), "verdict": .text(receipt.verdict.rawValue),
        "more": .bool(receipt.hasMore), "hits": .list(receipt.hits.map(json)),
      ], text: lines.joined(separator: "\n"))
  }

  private func searched(_ receipt: Receipt) -> [String] {
    (receipt.name.isEmpty ? [] : [receipt.name]) + receipt.numbers
  }

  func json(_ hit: CollisionHit) -> JSONOutput {
    let (day, moment) = hit.reason.end
    var fields = fields(
      hit.customer, hit.name, hit.holder, hit.state, hit.matchedBy, hit.matches.map(\.text), hit.verdict,
      hit.reason.code)
    fields["until"] = day.map { .text($0.iso) } ?? call.time(moment)
    return .object(fields)
  }

  private func fields(
    _ customer: CustomerID?, _ name: String, _ holder: Refusal.Holder?, _ state: CustomerState,
    _ ways: [MatchedBy], _ matched: [String], _ verdict: Verdict, _ reason: String
  ) -> [String: JSONOutput] {
    [
      "code": .text(customer?.code), "name": .text(name), "holder": .text(holder?.name),
      "department": .text(holder?.department), "state": .text(customer == nil ? nil : state.rawValue),
      "matched_by": .list(ways.map { .text($0.rawValue) }), "matched": .list(matched.map { .text($0) }),
      "verdict": .text(verdict.rawValue), "reason": .text(reason),
    ]
  }

  // MARK: one that was kept

  func reply(_ kept: KeptReceipt) -> Reply {
    var lines = [Reply.line(row(kept))] + kept.hits.map(line)
    if kept.hasMore { lines.append(call.words["collision.more"]) }
    var fields = fields(kept)
    fields["hits"] = .list(
      kept.hits.map {
        .object(
          self.fields(
            $0.customer, $0.name, $0.holder, $0.state, $0.matchedBy, $0.matched, $0.verdict, $0.reason))
      })
    return Reply(fields, text: lines.joined(separator: "\n"))
  }

  func item(_ kept: KeptReceipt) -> Reply.Item {
    Reply.Item(json: .object(fields(kept)), row: row(kept))
  }

  private func fields(_ kept: KeptReceipt) -> [String: JSONOutput] {
    [
      "receipt": .text(kept.code.text), "at": call.time(kept.at), "person": .text(kept.person.name),
      "department": .text(kept.person.department), "act": .text(kept.act.rawValue), "name": .text(kept.name),
      "numbers": .list(kept.numbers.map { .text($0) }), "verdict": .text(kept.verdict.rawValue),
      "hit_count": .integer(kept.hitCount), "more": .bool(kept.hasMore),
    ]
  }

  private func row(_ kept: KeptReceipt) -> [String] {
    [
      kept.code.text, call.wording.moment(kept.at, at: call.now),
      "\(kept.person.name), \(kept.person.department)", call.words["act.\(kept.act.rawValue)"],
      ([kept.name] + kept.numbers).filter { !$0.isEmpty }.joined(separator: ", "),
      call.wording.text(of: kept.verdict, because: kept.reason),
      call.words("receipt.hits", ["count": String(kept.hitCount)]),
    ]
  }

  private func line(_ hit: KeptHit) -> String {
    let holder = hit.holder.map { "\($0.name), \($0.department)" }
    return call.words(
      "collision.hit",
      [
        "code": hit.customer?.code ?? "-", "name": hit.name,
        "holder": holder ?? call.words[hit.customer == nil ? "collision.nobody" : "sea"],
        "verdict": call.wording.text(of: hit.verdict, because: hit.reason),
        "reason": call.words["reason.\(hit.reason)"],
        "matches": hit.matchedBy.map { call.words["matched_by.\($0.rawValue)"] }.joined(separator: ", ") + " "
          + hit.matched.joined(separator: ", "),
      ])
  }
}
