import Domain
import Services

/// Reports (R8.5): on the terminal, for scripts, for a spreadsheet, and on paper.
enum ReportCommands {
  static let all = [
    CommandSpec(
      "report", [.required("NAME", .all(of: ReportKind.self, under: "reports.kind"))],
      [
        OptionSpec("--by", "GROUP", .optional, .all(of: ReportGrouping.self, under: "reports.by")),
        OptionSpec("--from", "D"), OptionSpec("--to", "D"), OptionSpec("--department", "D"),
        OptionSpec("--csv"), OptionSpec("--html", "FILE"),
      ], run: report)
  ]

  private static func report(_ call: Invocation) throws -> Reply {
    let kind = try ParsedArguments.word(
      call.arguments.operand(0) ?? "", of: "NAME", as: ReportKind.self)
    if call.arguments.has("--csv") && call.arguments.has("--html") { throw UsageError.twice("--csv|--html") }
    let session = try call.session()
    let report = try Report.read(
      kind, by: try call.arguments.word("--by", as: ReportGrouping.self) ?? .person,
      during: try call.span { $0.startOfMonth },
      department: call.arguments.value("--department"), for: session.actor.id, at: call.now,
      in: session.house)
    let reply = ReportReply(report, call)
    if let path = call.arguments.value("--html") {
      try DocumentFile.write(Array(ReportPage(report, call).html.utf8), to: path)
      return Reply(reply.head(path: path), text: call.words("reports.written", ["path": path]))
    }
    return call.arguments.has("--csv") && !call.arguments.has("--json") ? reply.csv : reply.list
  }
}
