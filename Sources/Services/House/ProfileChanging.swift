import Domain
import Storage

/// What is known of a buyer beyond its identity: what it needs, the words it is found by, how far the sale is.
extension CustomerChanging {
  /// So many fit on a screen; more words find nothing better.
  private static let mostTags = 20
  /// Characters of one tag.
  private static let longestTag = 20

  /// R10.4.
  mutating func learn(_ field: ProfileField, _ text: String) throws {
    let value = try PlainText.line(text, field.rawValue)
    let before = try unit.store.profiles.find(customer.id)[field]
    if before == value { return }
    try unit.store.profiles.set(field, of: customer.id, to: value)
    note(field.rawValue, before, value)
  }

  mutating func keep(_ tag: TagChange) throws {
    let name = try PlainText.line(tag.name, "tag")
    let folded = unit.rules.tables.folding.folded(name)
    if folded.isEmpty { throw Refusal.invalidField("tag", .missing) }
    if name.count > CustomerChanging.longestTag { throw Refusal.invalidField("tag", .tooLong) }
    if !tag.isOn {
      guard let known = try unit.store.tags.drop(folded: folded, from: customer.id) else {
        throw Refusal.invalidField("tag", .unknown)
      }
      reversal.tags.append(TagChange(known, isOn: true))
      return detail.change("tag \(known)", from: "", to: nil)
    }
    guard try unit.store.tags.add(name, folded: folded, to: customer.id) else { return }
    if try unit.store.tags.count(of: customer.id) > CustomerChanging.mostTags {
      throw Refusal.invalidField("tag", .outOfRange)
    }
    reversal.tags.append(TagChange(name, isOn: false))
    detail.change("tag \(name)", from: nil, to: "")
  }

  /// R6.6: a move says when, who and why.
  mutating func take(_ move: StageMove) throws {
    guard (1...policy.stages.count).contains(move.stage) else {
      throw Refusal.invalidField("stage", .unknown)
    }
    if move.stage == customer.stage { return }
    try unit.store.customers.set(stage: move.stage, of: customer.id)
    if let holding = customer.opportunity {
      let moves = unit.store.stageMoves
      if move.isBack {
        try moves.takeBack(of: holding)
      } else {
        try moves.add(holding, from: customer.stage, to: move.stage, at: unit.now)
      }
    }
    note("stage", String(customer.stage), String(move.stage))
    reversal.stage = StageMove(to: customer.stage)
    reversal.stage?.isBack = true
    if move.isBack { detail.add(["undone": "true"]) }
    let why = try PlainText.line(move.why, "why")
    if !why.isEmpty { detail.add(["text": why]) }
  }

  /// R3.1: one that is revived goes on where its notes left it.
  mutating func take(isInvalid: Bool) throws {
    let from: [CustomerState] = isInvalid ? [.pending, .following] : [.invalid]
    guard from.contains(customer.state), let open = try unit.store.opportunities.open(of: customer.id)
    else {
      throw Refusal.wrongState(customer.state)
    }
    let state: CustomerState = try isInvalid ? .invalid : unit.heldState(of: open)
    try unit.store.customers.set(state, of: customer.id)
    note("state", customer.state.rawValue, state.rawValue)
    reversal.isInvalid = !isInvalid
  }
}
