import Domain
import Services

/// Two records that may be one: pairs, merges, and collisions for support to judge.
enum DisputeCommands {
  static let all = [
    CommandSpec("pair", [.required("CUSTOMER"), .required("OTHER")], run: pair),
    CommandSpec("unpair", [.required("CUSTOMER")], run: unpair),
    CommandSpec("merge", [.required("CUSTOMER"), .required("OTHER")], run: merge),
    CommandSpec("judgements", run: judgements),
    CommandSpec(
      "judge", [.required("CUSTOMER"), .required("JUDGEMENT", .all(of: Judgement.self, under: "judgement"))],
      [OptionSpec("--remark", "R")],
      run: judge),
  ]

  private static func pair(_ call: Invocation) throws -> Reply {
    let (one, other) = (try call.customer(0), try call.customer(1))
    let session = try call.session()
    try PairCustomers(one, other).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["code": .text(one.code), "pair": .text(other.code)],
      text: call.words("pair.done", ["code": one.code, "other": other.code]))
  }

  private static func unpair(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    try UnpairCustomer(id).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["code": .text(id.code), "pair": .null], text: call.words("unpair.done", ["code": id.code]))
  }

  private static func merge(_ call: Invocation) throws -> Reply {
    let (one, other) = (try call.customer(0), try call.customer(1))
    let session = try call.session()
    let survivor = try MergeCustomers(one, other).perform(
      by: session.actor.id, at: call.now, in: session.house)
    let gone = survivor == one ? other : one
    return Reply(
      ["code": .text(survivor.code), "void": .text(gone.code)],
      text: call.words("merge.done", ["code": survivor.code, "other": gone.code]))
  }

  private static func judgements(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let waiting = try JudgementQueue.read(by: session.actor.id, in: session.house)
    return Reply(
      list: waiting.map { item($0, call) },
      under: call.heading(
        "judge_by", "code", "name", "holder", "twin", "twin_name", "twin_holder", "matched", "receipt"),
      whenEmpty: call.words["judgements.empty"])
  }

  private static func item(_ dispute: Dispute, _ call: Invocation) -> Reply.Item {
    func holder(_ holder: Refusal.Holder?) -> String { holder?.name ?? call.words["sea"] }
    return Reply.Item(
      json: .object([
        "code": .text(dispute.customer.code), "name": .text(dispute.customerName),
        "holder": .text(dispute.holder?.name), "department": .text(dispute.holder?.department),
        "twin": .text(dispute.twin.code), "twin_name": .text(dispute.twinName),
        "twin_holder": .text(dispute.twinHolder?.name),
        "twin_department": .text(dispute.twinHolder?.department), "matched": .text(dispute.matched),
        "receipt": .text(dispute.receipt), "opened_at": call.time(dispute.openedAt),
        "judge_by": call.time(dispute.judgeBy),
      ]),
      row: [
        call.wording.due(dispute.judgeBy, at: call.now), dispute.customer.code,
        dispute.customerName,
        holder(dispute.holder), dispute.twin.code, dispute.twinName, holder(dispute.twinHolder),
        dispute.matched,
        dispute.receipt ?? "-",
      ])
  }

  private static func judge(_ call: Invocation) throws -> Reply {
    let judgement = try ParsedArguments.word(
      call.arguments.operand(1) ?? "", of: "JUDGEMENT", as: Judgement.self)
    let id = try call.customer()
    let session = try call.session()
    try JudgeCollision(id, judgement, remark: call.arguments.value("--remark") ?? "").perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["code": .text(id.code), "judgement": .text(judgement.rawValue)],
      text: call.words(
        "judge.done", ["code": id.code, "judgement": call.words["judgement.\(judgement.rawValue)"]]))
  }
}
