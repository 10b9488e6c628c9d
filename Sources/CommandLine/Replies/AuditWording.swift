import Assets
import Domain
import FoundationEssentials
import Services

/// An audit event as a colleague would tell it: what was done, and what was before and after (R2.5).
struct AuditWording {
  private let event: RecordedEvent
  private let call: Invocation
  /// Whose titles the texts use.
  private let policy: Policy
  private var facts: [String: String] = [:]
  private var changes: [FieldChange] = []

  init(_ event: RecordedEvent, _ call: Invocation, _ policy: Policy) {
    self.event = event
    self.call = call
    self.policy = policy
    guard case .object(let detail)? = try? JSONValue(json5: Data(event.detail.utf8)) else { return }
    facts = AuditWording.texts(detail["facts"])
    if case .object(let changed)? = detail["changes"] {
      changes = changed.sorted { $0.key < $1.key }.map { field, change in
        let ends = AuditWording.texts(change)
        return FieldChange(field: field, before: ends["before"], after: ends["after"])
      }
    }
  }

  private static func texts(_ value: JSONValue?) -> [String: String] {
    guard case .object(let members)? = value else { return [:] }
    return members.compactMapValues { if case .text(let text) = $0 { text } else { nil } }
  }

  /// `撤销了挑入`
  var what: String { call.words[key] }

  /// `意向 B > A; 结果 有意向`
  var detail: String {
    // What the act is called by says it already.
    let said = Set(key.split(separator: ".").map(String.init)).union(AuditWording.silent)
    let before = changes.filter { !said.contains($0.field) }.map(text)
    let rest = facts.filter { !said.contains($0.key) }.sorted { $0.key < $1.key }.map(text)
    return (before + rest).joined(separator: "; ")
  }

  /// Marks of an undo, and numbers by which the program finds its own rows again.
  private static let silent: Set = ["undone", "taken_back", "withdrawn", "note", "version"]

  /// An act that is taken back is called an undo; some others have names by what came of them.
  private var key: String {
    let act = event.act
    if event.isUndo { return "audit.undo.\(act)" }
    let ends = changes.map { ($0.field, $0.after ?? "") } + facts.sorted { $0.key < $1.key }
    let named = ends.flatMap { ["audit.\(act).\($0.0).\($0.1)", "audit.\(act).\($0.0)"] }
    return (named + ["audit.\(act)"]).first(where: call.words.has) ?? "act.\(act)"
  }

  private func text(_ change: FieldChange) -> String {
    func value(_ text: String?) -> String? { text.map { shown($0, of: change.field) } }
    return EventWording(call.wording, at: call.now).text(
      of: FieldChange(field: change.field, before: value(change.before), after: value(change.after)))
  }

  private func text(_ name: String, _ value: String) -> String {
    let label = call.words.has("fact.\(name)") ? call.words["fact.\(name)"] : call.words["field.\(name)"]
    let shown = shown(value, of: name)
    return label.isEmpty ? shown : "\(label) \(shown)"
  }

  private func shown(_ value: String, of name: String) -> String {
    switch (name, value) {
    case (_, "true"): return call.words["audit.yes"]
    case (_, "false"): return call.words["audit.no"]
    case ("lost_reason", _): return call.words["lost_reason.\(value)"]
    case ("order_state", _): return call.words["order.state.\(value)"]
    case ("judgement", _): return call.words["judgement.\(value)"]
    case ("blown", _): return call.words["fuse.\(value)"]
    case ("roles", _): return each(value) { call.words["role.\($0)"] }
    case ("clock", _), ("clocks", _): return each(value) { title(policy.clock($0)?.title) ?? $0 }
    case ("reason", _):
      return title(ReleaseReason(rawValue: value).flatMap { policy.releaseReasons[$0] }) ?? value
    case ("outcome", _):
      return title(Outcome(rawValue: value).flatMap { policy.notes.outcome($0)?.title }) ?? value
    default:
      // A due one at midnight ends the day before (R4.5).
      let isDue = ["due_at", "through"].contains(name)
      return call.wording.moment(recorded: value, isDue: isDue, at: call.now) ?? value
    }
  }

  private func title(_ title: Title?) -> String? { title.map(call.wording.title) }

  private func each(_ list: String, _ text: (String) -> String) -> String {
    list.split(separator: ",").map { text(String($0)) }.joined(separator: ", ")
  }
}
