import Domain

/// What was done to what is known of a customer, in one line.
package struct EventWording {
  private let wording: Wording
  private let now: Instant

  package init(_ wording: Wording, at now: Instant) {
    self.wording = wording
    self.now = now
  }

  private var words: Words { wording.words }

  /// `改资料: 名称 日东 > 日东精密`
  package func line(of event: CustomerEvent) -> String {
    let text = text(of: event)
    return text.isEmpty ? act(event) : "\(act(event)): \(text)"
  }

  package func act(_ event: CustomerEvent) -> String { words["event.\(event.act.rawValue)"] }

  package func text(of event: CustomerEvent) -> String {
    let other = event.other.map { words("event.other", ["code": $0.code]) }
    let judgement = event.judgement.map { words["judgement.\($0.rawValue)"] }
    let parts = [judgement, other].compactMap { $0 } + event.changes.map(text) + [event.text]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// `名称 日东 > 日东精密`
  package func text(of change: FieldChange) -> String {
    // A number or a contact is named behind the field.
    let parts = change.field.split(separator: " ", maxSplits: 1).map(String.init)
    let field = ([words["field.\(parts[0])"]] + parts.dropFirst()).joined(separator: " ")
    switch (value(change.before, of: parts[0]), value(change.after, of: parts[0])) {
    case (nil, let after?): return after.isEmpty ? "+ \(field)" : "+ \(field) \(after)"
    case (let before?, nil): return before.isEmpty ? "- \(field)" : "- \(field) \(before)"
    case (let before?, ""?): return words("event.unmarked", ["field": field, "mark": before])
    case (""?, let after?): return "\(field) \(after)"
    case (let before, let after): return "\(field) \(before ?? "") > \(after ?? "")"
    }
  }

  private func value(_ value: String?, of field: String) -> String? {
    switch field {
    // A good one needs no word.
    case "number": value.map { words["mark.\($0)"] }
    case "task_stage": value.map { words["task.stage.\($0)"] }
    case "role": value.map { words["decision.\($0)"] }
    case "kind", "state": value.map { words["\(field).\($0)"] }
    default: value.map { wording.moment(recorded: $0, at: now) ?? $0 }
    }
  }
}
