import Domain
import Services

/// Support judges a collision of a held customer (R5.7).
struct JudgeErrand: Errand {
  let dispute: Dispute
  let judgement: Judgement
  let remark: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try JudgeCollision(dispute.customer, judgement, remark: remark, of: dispute.id)
      .perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(
      "report.judged",
      [
        "customer": dispute.customerName.cut(to: 40),
        "judgement": context.words["judgement.\(judgement.rawValue)"],
      ])
  }
}
