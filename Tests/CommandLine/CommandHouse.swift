import TestSupport

/// A sandbox in which commands are written as they are typed. In 一部 are the agents zhang and wang under the manager
/// lin, in 二部 is li, and gu is the director above both.
final class CommandHouse {
  private let base: CommandBase

  init(at now: String = CommandBase.start, policy: String = "channel") throws {
    base = try CommandBase(sandbox: false)
    self.now = now
    base.set(now)
    try run("init --sandbox --policy \(policy)")
    for (login, name, department, role) in [
      ("gu", "顾大寒", "House", "director"), ("lin", "林白露", "一部", "manager"), ("zhang", "何小满", "一部", "agent"),
      ("wang", "汪春分", "一部", "agent"), ("li", "江立秋", "二部", "agent"),
    ] {
      try run("person add \(login) --name \(name) --department \(department) --role \(role)")
    }
  }

  var now: String {
    didSet { base.set(now) }
  }

  var path: String { base.path }

  /// What a command says with `--json`: the lines of its answer, or the refusal.
  struct Said {
    let lines: [JSON]
    let status: Int32
    let text: String

    /// The code of a refusal.
    var code: String? { status == 0 ? nil : lines.first?["code"]?.text }
  }

  @discardableResult
  func call(_ words: String, as login: String? = nil) throws -> Said {
    let answer = answer(to: "\(words) --json", as: login)
    if answer.status == 0 || answer.errors.isEmpty {
      return Said(lines: try answer.objects, status: answer.status, text: answer.output)
    }
    return Said(lines: [try answer.refusal], status: answer.status, text: answer.errors)
  }

  /// The first line of what must go well.
  @discardableResult
  func run(_ words: String, as login: String? = nil) throws -> JSON {
    struct Failed: Error { let words, text: String }
    let said = try call(words, as: login)
    guard said.status == 0 else { throw Failed(words: words, text: said.text) }
    return said.lines.first ?? .null
  }

  /// What somebody reads who asks without `--json`.
  func text(_ words: String, as login: String? = nil, in language: String = "en") -> String {
    let answer = answer(to: "\(words) --lang \(language)", as: login)
    return answer.output + answer.errors
  }

  private func answer(to words: String, as login: String?) -> Answer {
    base.run(words.split(separator: " ").map(String.init) + (login.map { ["--as", $0] } ?? []))
  }

  /// A customer of somebody's, by its code.
  func entered(_ number: Int, by login: String) throws -> String {
    let numbers = "--phone 0512-6\(1_000_000 + number) --fax none"
    let code = try run(
      "enter --name 苏州潮音\(number)号机械有限公司 \(numbers) --address 苏州市潮声路\(number)号", as: login)["code"]
    return code?.text ?? ""
  }

  func dump() throws -> BaseDump {
    try BaseDump(base.folder.appendingPathComponent("house.db").path)
  }

  func file(_ text: String, named name: String = "given") throws -> String { try base.file(name, text) }
}
