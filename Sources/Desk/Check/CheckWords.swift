import Domain
import Services
import TerminalKit

/// What was found, in words.
struct CheckWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  // MARK: the whole

  /// The verdict stands out, as it is good or not.
  func styledConclusion(_ found: CheckFound) -> StyledText {
    let isGood = found.verdict == .mayEnter && found.problem == nil
    return StyledText(conclusion(found)).marking(verdict(of: found), as: isGood ? .good : .refusal)
  }

  private func verdict(of found: CheckFound) -> String {
    let problem = found.verdict == .mayEnter ? found.problem : nil
    return problem.map { context.wording.text(of: $0, at: context.now) }
      ?? context.words["check.conclusion.\(found.isOwn ? "own" : found.verdict.rawValue)"]
  }

  /// `不可录入: 名称 3 家, 号码 1 家相撞`
  func conclusion(_ found: CheckFound) -> String {
    let counting = found.hits.filter(\.counts)
    let byNumber = counting.count { $0.matchedBy == [.number] }
    let counts = [
      ("check.conclusion.names", counting.count - byNumber), ("check.conclusion.numbers", byNumber),
      ("check.conclusion.parts", found.hits.count - counting.count),
    ].filter { $0.1 > 0 }.map { context.words($0.0, ["count": String($0.1)]) }
    let more = found.hasMore ? context.words["check.conclusion.more"] : ""
    return ([verdict(of: found)] + counts).joined(separator: context.words["check.comma"]) + more
  }

  func application(_ form: CheckForm) -> String {
    let missing = form.missingForApplication
    if missing.isEmpty { return context.words["check.next.apply"] }
    let names = missing.map { context.words["check.field.\($0.rawValue)"] }.joined(separator: ", ")
    return context.words("check.next.apply.missing", ["fields": names])
  }

  // MARK: a hit

  /// - Parameter verdicts: the widest of these has room.
  func columns(for verdicts: [StyledText]) -> [Column] {
    let words = context.words
    let verdict = verdicts.map(\.columns).max() ?? 0
    return [
      Column(
        words["check.head.verdict"], ideal: max(verdict, words.language == .chinese ? 6 : 8),
        isEssential: true),
      Column(words["library.head.customer"], minimum: 16, ideal: 26, shrinkPriority: 1),
      Column(words["check.head.who"], minimum: 8, ideal: 13),
      Column(words["check.head.why"], minimum: 20, ideal: 34, shrinkPriority: 2, stretches: true),
    ]
  }

  func cells(_ hit: CollisionHit) -> [StyledText] {
    let style: Style = hit.counts ? .plain : .muted
    let verdict = context.wording.text(of: hit.verdict, because: hit.reason.code)
    return [verdict, hit.name, who(hit), because(hit)].map {
      StyledText($0, style: style)
    }
  }

  /// As it was found then.
  func cells(_ hit: KeptHit) -> [StyledText] {
    let words = context.words
    let matched = zip(hit.matchedBy, hit.matched).map { text(of: Match(by: $0, text: $1)) }
    return [
      context.wording.text(of: hit.verdict, because: hit.reason), hit.name, who(hit.holder, hit.state),
      "\(matched.joined(separator: words["check.comma"])); \(words["reason.\(hit.reason)"])",
    ].map { StyledText($0) }
  }

  func who(_ hit: CollisionHit) -> String {
    hit.customer == nil ? "" : who(hit.holder, hit.state)
  }

  private func who(_ holder: Refusal.Holder?, _ state: CustomerState) -> String {
    if let holder { return "\(holder.department) \(holder.name)" }
    return context.words[state == .unassigned ? "sea" : "state.\(state.rawValue)"]
  }

  /// The whole name is on the screen already.
  private func text(of match: Match) -> String {
    match.by == .name ? context.words["matched_by.name"] : context.wording.text(of: match)
  }

  /// `名称同; 在公海, 11-25 16:05 起`
  private func because(_ hit: CollisionHit) -> String {
    "\(matches(hit)); \(context.wording.text(of: hit.reason, at: context.now))"
  }

  private func matches(_ hit: CollisionHit) -> String {
    hit.matches.map(text).joined(separator: context.words["check.comma"])
  }

  func why(_ hit: CollisionHit) -> String { "\(who(hit)): \(because(hit))" }

  /// All there is to say of it.
  func reasons(_ hit: CollisionHit) -> [String] {
    [
      "\(hit.name)  \(hit.customer?.code ?? "")",
      context.wording.text(of: hit.verdict, because: hit.reason.code),
      "\(who(hit)): \(context.wording.text(of: hit.reason, at: context.now))",
    ] + hit.matches.map(text) + ["", context.words["check.receipts_settle"]]
  }

  /// W1: what the one at the cursor asks for.
  func advice(_ hit: CollisionHit) -> String {
    if !hit.counts { return context.words["check.advice.part"] }
    return switch hit.verdict {
    case .mayPick: context.words("check.advice.may_pick", ["customer": hit.name])
    case .mayNotFollow where hit.holder?.id == context.session.person.id: context.words["check.advice.own"]
    case .mayNotFollow where hit.isHeldByItsName:
      context.words("check.advice.same_name", ["customer": hit.name.cut(to: 20), "who": who(hit)])
    case .mayNotFollow where hit.holder != nil && hit.reason.isBeyondSupport:
      context.words["check.advice.may_not_follow"]
    case .mayNotFollow where hit.holder != nil:
      context.words("check.advice.held", ["customer": hit.name.cut(to: 20), "who": who(hit)])
    case .mayFollow, .judge, .mayNotFollow: context.words["check.advice.\(hit.verdict.rawValue)"]
    case .mayEnter: ""
    }
  }
}
