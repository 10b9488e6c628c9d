import Assets
import Domain
import Services

/// Whether everything is as it should be, and what to do where it is not.
enum DoctorCommand {
  static let all = [CommandSpec("doctor", [], [OptionSpec("--rebuild")], run: run)]

  private static func run(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    var items: [Reply.Item] = []
    if call.arguments.has("--rebuild") { items.append(try rebuild(session, call)) }
    let findings = try Examination.read(
      by: session.actor.id, at: call.now, wallClock: Context.hostTime(), in: session.house)
    var reply = Reply(list: items + findings.map { item($0, call) }, whenEmpty: "")
    reply.status = findings.contains { $0.state == .wrong } ? 1 : 0
    return reply
  }

  private static func rebuild(_ session: Session, _ call: Invocation) throws -> Reply.Item {
    let (customers, wrong) = try RebuildDerived().perform(
      by: session.actor.id, at: call.now, wallClock: Context.hostTime, in: session.house)
    return Reply.Item(
      json: .object([
        "check": .text("rebuild"), "state": .text("ok"), "customers": .integer(customers),
        "wrong": .integer(wrong),
      ]),
      text: "+ "
        + call.words("doctor.rebuilt", ["customers": String(customers), "wrong": String(wrong)]))
  }

  private static func item(_ finding: Finding, _ call: Invocation) -> Reply.Item {
    let (check, state) = (finding.check.rawValue, finding.state.rawValue)
    let shown = finding.facts.mapValues { text($0, call) }
    let key = "doctor.\(check).\(state)"
    // What is wrong with no figure to show has words of its own.
    let exact = shown.isEmpty && call.words.has(key + ".bare") ? key + ".bare" : key
    let words = call.words.filled(exact) { shown[String($0)] }
    let facts = finding.facts.mapValues { json($0, call) }
    return Reply.Item(
      json: .object(
        facts.merging(["check": .text(check), "state": .text(state), "message": .text(words)]) { $1 }),
      text: "\(sign(finding.state)) \(words)")
  }

  private static func sign(_ state: Finding.State) -> String {
    switch state {
    case .ok: "+"
    case .note: "~"
    case .wrong: "!"
    }
  }

  private static func text(_ fact: Finding.Fact, _ call: Invocation) -> String {
    switch fact {
    case .number(let number): String(number)
    case .text(let text): text
    case .moment(let moment): call.wording.moment(moment, at: call.now)
    case .fuse(let cause): call.words["fuse.\(cause.rawValue)"]
    }
  }

  private static func json(_ fact: Finding.Fact, _ call: Invocation) -> JSONOutput {
    switch fact {
    case .number(let number): .integer(number)
    case .text(let text): .text(text)
    case .moment(let moment): call.time(moment)
    case .fuse(let cause): .text(cause.rawValue)
    }
  }
}
