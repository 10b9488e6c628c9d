import Assets
import Domain
import Services

/// What is known of a customer, in words: a number with its mark, intent and stage, where it comes from.
struct CustomerFacts {
  private let view: CustomerView
  private let context: Context

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  /// `v 0512-6000 0001 电话`; `x` before one that must not be called.
  func text(of number: CustomerNumber) -> String {
    let use = context.words["use.\(number.use.rawValue)"]
    let mark = number.mark == .good ? "" : " " + context.words["mark.\(number.mark.rawValue)"]
    return "\(number.mark.isCallable ? "v" : "x") \(shown(number)) \(use)\(mark)"
  }

  func shown(_ number: CustomerNumber) -> String { view.isWhole ? number.display : number.masked }

  var intentAndStage: String {
    let intent = view.policy.intent(view.customer.intent).map { context.wording.title($0.title) } ?? ""
    let stages = view.policy.stages
    let stage = stages.indices.contains(view.customer.stage - 1) ? stages[view.customer.stage - 1] : nil
    return context.words(
      "facts.intent",
      [
        "intent": view.customer.intent, "title": intent,
        "stage": "\(view.customer.stage)/\(stages.count) \(stage.map(context.wording.title) ?? "")",
      ])
  }

  /// How much is known of the buyer, what is missing first, and the words it is found by (R10.1, R10.4).
  var buyer: String {
    if !view.isWhole { return "" }
    let known = BuyerWording(context.words).short(view.profile)
    return [tags, known].filter { !$0.isEmpty }.joined(separator: "   ")
  }

  /// The words by which the house finds it, in the sea too (R5.10).
  var tags: String {
    view.tags.isEmpty ? "" : context.words("show.tags", ["tags": view.tags.joined(separator: " ")])
  }

  /// Industry and source, where they are known.
  var origin: String {
    var parts: [String] = []
    let customer = view.customer
    if !customer.industry.isEmpty {
      parts.append(context.words("facts.industry", ["industry": customer.industry]))
    }
    if !customer.source.isEmpty { parts.append(context.words("facts.source", ["source": customer.source])) }
    return parts.joined(separator: "   ")
  }

  /// `何小满(三部) 10-27 挑入`
  var holding: String {
    guard let holder = view.holder, let opportunity = view.opportunity else { return context.words["sea"] }
    return "\(holder.name)(\(holder.department)) \(ClockWords(context).date(opportunity.enteredAt)) "
      + context.words["way_in.\(opportunity.wayIn.rawValue)"]
  }
}
