import Domain
import Services

/// Reports (R8.5): on the terminal, for scripts, for a spreadsheet, and on paper; and the customers behind a figure.
enum ReportCommands {
  static let all =
    [
      CommandSpec(
        "report", [.required("NAME", .all(of: ReportKind.self, under: "reports.kind"))],
        [
          OptionSpec("--by", "GROUP", .optional, .all(of: ReportGrouping.self, under: "reports.by")),
          OptionSpec("--from", "D"), OptionSpec("--to", "D"), OptionSpec("--department", "D"),
          OptionSpec("--csv"), OptionSpec("--html", "FILE"), OptionSpec("--behind", "FIGURE"),
          OptionSpec("--line", "KEY"),
        ], run: report)
    ] + TargetCommands.all + WallboardCommand.all

  private static func report(_ call: Invocation) throws -> Reply {
    let kind = try ParsedArguments.word(
      call.arguments.operand(0) ?? "", of: "NAME", as: ReportKind.self)
    let forms = ["--csv", "--html", "--behind"].filter(call.arguments.has)
    if forms.count > 1 { throw UsageError.twice(forms.joined(separator: "|")) }
    if let figure = call.arguments.value("--behind") { return try list(figure, kind, call) }
    if call.arguments.has("--line") { throw UsageError.missing("--behind") }
    let session = try call.session()
    let report = try Report.read(
      kind, by: try call.arguments.word("--by", as: ReportGrouping.self),
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

  private static func list(_ figure: String, _ kind: ReportKind, _ call: Invocation) throws -> Reply {
    let figures = kind.figures.filter(\.hasRows)
    guard let figure = figures.first(where: { $0.rawValue == figure }) else {
      throw UsageError.badValue(
        figure, of: "--behind", expected: figures.map(\.rawValue).joined(separator: ", "))
    }
    let session = try call.session()
    let list = try ReportList.read(
      behind: figure, of: call.arguments.value("--line"), in: kind,
      by: try call.arguments.word("--by", as: ReportGrouping.self),
      during: try call.span { $0.startOfMonth }, department: call.arguments.value("--department"),
      for: session.actor.id, at: call.now, in: session.house)
    return ReportListReply(list, call).reply
  }
}
