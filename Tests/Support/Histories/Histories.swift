import Domain
import HouseFixtures

/// Runs of random histories, each the same for the same seed.
package enum Histories {
  /// What a run came to.
  package struct Run: Sendable {
    package var ended = 0
    /// Ended later than the clocks alone say.
    package var putOff = 0
    package var answers: [String: Int] = [:]
    /// Where program and model differ first, with the seed that shows it and what happened until then.
    package var fault: String?
  }

  private static let steps = (domain: 14, acts: 50, lists: 60)

  /// One opportunity, without a base.
  package static func throughDomain(_ count: Int, seed: UInt64) throws -> Run {
    let calendar = ModelCalendar()
    let policies = try ModelRules.variants.map { ($0, try $0.policy) }
    var run = Run()
    for history in 0..<count where run.fault == nil {
      var dice = Dice(seed: seed &+ UInt64(history))
      let (rules, policy) = policies[history % policies.count]
      let model = ModelOpportunity(rules, calendar, entered: dice.beginning(calendar))
      var pair = DomainHistory(policy, model, others: policies)
      for _ in 0..<steps.domain where pair.model.end == nil && pair.difference == nil { pair.step(&dice) }
      if let fault = pair.difference ?? pair.fault {
        run.fault = "seed \(seed &+ UInt64(history)): \(fault)\n\(pair.story)"
      }
      guard let end = pair.model.end else { continue }
      run.ended += 1
      if let due = pair.model.clocks.first?.due, due < end.at { run.putOff += 1 }
    }
    return run
  }

  /// A whole house, through the acts, on a base.
  package static func throughActs(_ count: Int, seed: UInt64) throws -> Run {
    let calendar = ModelCalendar()
    let variants = try ModelRules.variants.map { rules in
      var rules = rules
      // Few slots, so that libraries are full.
      rules.capacity = min(rules.capacity, 3)
      return (rules, try rules.policy)
    }
    var run = Run()
    for history in 0..<count where run.fault == nil {
      var dice = Dice(seed: seed &+ UInt64(history))
      let (rules, policy) = variants[history % variants.count]
      let pair = try ActHistory(rules, policy, calendar, from: dice.beginning(calendar))
      for _ in 0..<steps.acts where run.fault == nil {
        try pair.step(&dice)
        if let difference = try pair.difference() {
          run.fault = "seed \(seed &+ UInt64(history)): \(difference)\n\(pair.story)"
        }
      }
      run.answers.merge(pair.answers, uniquingKeysWith: +)
    }
    return run
  }

  /// The lists of days, through the acts, on a base.
  package static func throughLists(_ count: Int, seed: UInt64) throws -> Run {
    var run = Run()
    for history in 0..<count where run.fault == nil {
      var dice = Dice(seed: seed &+ UInt64(history))
      let lists = try ListHistory()
      for _ in 0..<steps.lists where run.fault == nil {
        try lists.step(&dice)
        if let difference = try lists.difference() {
          run.fault = "seed \(seed &+ UInt64(history)): \(difference)\n\(lists.story)"
        }
      }
      run.answers.merge(lists.answers, uniquingKeysWith: +)
    }
    return run
  }
}
