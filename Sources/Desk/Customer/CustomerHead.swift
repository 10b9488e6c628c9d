import Assets
import Domain
import Services
import TerminalKit

/// What stays above on everything about one customer: eight rows that never move.
struct CustomerHead {
  static let rows = 8
  private static let mostLabelColumns = 11

  private let view: CustomerView
  private let context: Context
  /// The number that would be dialled, where there are several.
  private let number: CustomerNumber?
  private let tellsDraft: Bool

  /// - Parameter tellsDraft: that a note was not finished, where its key goes on with it.
  init(_ view: CustomerView, number: CustomerNumber?, tellsDraft: Bool = false, _ context: Context) {
    self.tellsDraft = tellsDraft
    self.view = view
    self.number = number
    self.context = context
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let labels = [
      "name", "address", "av", "numbers", "intent", "held", "due", signed == nil ? "also" : "axis",
    ].map {
      context.words["head.\($0)"]
    }
    let columns = (labels.map { TextWidth.of($0) }.max() ?? 0) + 1
    let last = signed.map { StyledText($0.bar(columns: rect.columns - columns, canvas.chrome)) } ?? also
    let texts = [name, address, av, numbers(in: rect.columns - columns), intent, held, due, last]
    for (row, (label, text)) in zip(labels, texts).enumerated() {
      let parts = rect.line(row).splitLeft(columns)
      canvas.put(label, in: parts.left, style: .muted)
      canvas.put(text, in: parts.rest)
    }
  }

  /// The service axis, where no clock runs beside it.
  private var signed: AxisWords? {
    guard view.standing == nil, let axis = view.axis, axis.term != nil else { return nil }
    return AxisWords(axis, context)
  }

  private var facts: CustomerFacts { CustomerFacts(view, context) }

  private var name: StyledText {
    let state = context.words["state.\(view.customer.state.rawValue)"]
    let text = context.words("head.name.line", ["name": view.customer.name, "state": state])
    return StyledText(text).marking(view.customer.name, as: .strong) + unprotected + StyledText(draft)
  }

  /// R6.4: a note that was not finished.
  private var draft: String {
    guard tellsDraft, let since = context.own?.drafts[view.customer.id] else { return "" }
    return "   " + context.words("head.draft", ["time": context.wording.short(since, at: context.now)])
  }

  /// R5.7, R5.8: until support has judged or answered, or the name is right; R5.9: or what its import left open.
  private var unprotected: StyledText {
    guard let reason = view.unprotected.first else { return "" }
    return StyledText("   ") + StyledText("!!", style: .today)
      + StyledText(" " + text(of: reason), style: .strong)
  }

  private func text(of reason: Unprotected) -> String {
    switch reason {
    case .collision(let dispute): context.words("head.unprotected", ["code": dispute.twin.code])
    case .wrongName: context.words["head.unprotected_name"]
    case .incomplete(let missing, _):
      context.words("head.incomplete", ["fields": context.wording.names(of: missing)])
    case .appliedFor: context.words["head.unprotected_applied"]
    }
  }

  private var av: StyledText {
    StyledText(
      view.isWhole
        ? AVWording(context.words).text(view.av, of: view.customer) : context.words["head.av.later"])
  }

  private var address: StyledText {
    let people = view.contacts.map { [$0.name, $0.title].filter { !$0.isEmpty }.joined(separator: " ") }
    let contacts = people.isEmpty ? "" : "   " + people.joined(separator: ", ")
    return StyledText(view.customer.address + contacts)
  }

  /// Those for which there is no room are counted; the one that would be dialled always stands there.
  private func numbers(in room: Int) -> StyledText {
    let all = view.numbers.map { item in
      let text = facts.text(of: item)
      return item == number && view.numbers.count > 1 ? "[\(text)]" : text
    }
    if all.isEmpty { return StyledText(context.words["list.none"]) }
    let chosen = view.numbers.firstIndex { $0 == number } ?? 0
    let lines = (1...all.count).map { count in
      let first = max(0, chosen - count + 1)
      let left = all.count - count
      return all[first..<first + count].joined(separator: "  ") + (left == 0 ? "" : "  +\(left)")
    }
    return StyledText(lines.last { TextWidth.of($0) <= room } ?? lines[0])
  }

  /// What does not fit is left out whole.
  private var intent: StyledText {
    var parts = [facts.intentAndStage, facts.buyer, facts.origin].filter { !$0.isEmpty }
    let room = context.frame.size.columns - TextWidth.of(context.words["head.intent"]) - 2
    while parts.count > 1, TextWidth.of(parts.joined(separator: "   ")) > room { parts.removeLast() }
    return StyledText(parts.joined(separator: "   "))
  }

  private var held: StyledText {
    let tries = view.opportunity?.triesInRow ?? 0
    let unanswered = tries > 0 ? "   " + context.words("head.tries", ["count": String(tries)]) : ""
    let pair = view.pair.map {
      "   " + context.words("head.pair", ["code": $0.id.code, "name": $0.name])
    }
    let names = view.helpers.map(\.helper.name).joined(separator: ", ")
    let helpers = names.isEmpty ? "" : "   " + context.words("head.helpers", ["names": names])
    // The last line, where the next contact stands otherwise, is the axis.
    let agreed = signed == nil ? "" : "   " + next
    return StyledText(facts.holding + unanswered + helpers + (pair ?? "") + agreed)
  }

  private var due: StyledText {
    guard let standing = view.standing else { return StyledText(CustomerLines(view, context).why) }
    let days = context.calendar.dueDay(of: standing.effectiveDue) - context.today
    let urgency = Urgency(daysLeft: days, warnings: view.policy.warnings)
    let room = context.frame.size.columns - CustomerHead.mostLabelColumns
    let why = StyledText(
      CustomerLines(view, context).why(in: room), style: urgency == .none ? .plain : .strong)
    return [StyledText(urgency.sign, style: urgency.style), why].joined(by: " ")
  }

  /// The other clocks, and the next contact.
  private var also: StyledText {
    let clocks = ClockWords(context)
    let others = (view.standing?.deadlines ?? []).dropFirst().map {
      "\(context.wording.title($0.clock.title)) \(clocks.dueDate($0.due))"
    }
    let late = CustomerLines(view, context).lateAppointment.isEmpty ? "" : context.words["head.next.late"]
    let parts = [others.joined(separator: "  "), next + late]
    return StyledText(parts.filter { !$0.isEmpty }.joined(separator: "   "))
  }

  private var next: String {
    view.customer.next.map { context.wording.text(of: $0, at: context.now) }
      ?? context.words["head.next.none"]
  }
}
