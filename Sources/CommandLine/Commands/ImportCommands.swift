import Assets
import Domain
import Glibc
import Services

/// Customers from a file (R12.3).
enum ImportCommands {
  static let all = [
    CommandSpec(
      "import", [.required("FILE")],
      [OptionSpec("--dry-run"), OptionSpec("--to", "sea|LOGIN"), OptionSpec("--rejects", "FILE")], run: run)
  ]

  private static func run(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let path = call.arguments.operand(0) ?? ""
    let target = call.arguments.value("--to") ?? "sea"
    let holder = target == "sea" ? nil : try Reading.person(login: target, in: session.house).id
    let file = try ImportFile(path)
    let rejects = try call.arguments.value("--rejects").map {
      try RejectsWriter(
        $0, headings: file.heading.texts, own: heading(call), sources: [path, call.context.path])
    }
    let isDryRun = call.arguments.has("--dry-run")
    let meter = ProgressMeter(call.words, file)
    // What was refused before an import had to stop is worth keeping too.
    defer { try? rejects?.finish() }
    var watcher = ImportWatcher()
    watcher.reason = ImportWording(call).reason
    watcher.refused = { entry, refusal in
      try rejects?.write(row: entry.number, code: refusal.code, reason: refusal.reason, cells: entry.cells)
    }
    watcher.progress = meter.show
    watcher.finishing = { try rejects?.finish() }
    let report = try ImportCustomers(file, to: holder, isDryRun: isDryRun).perform(
      by: session.actor.id, at: call.context.now(), wallClock: Context.hostTime, in: session.house,
      watched: watcher)
    meter.finish()
    return reply(report, of: file, isDryRun: isDryRun, call)
  }

  private static func heading(_ call: Invocation) -> RejectsHeading {
    call.words.language == .chinese ? .chinese : .english
  }

  private static func reply(
    _ report: ImportReport, of file: ImportFile, isDryRun: Bool, _ call: Invocation
  ) -> Reply {
    let lines = report.problems.sorted { $0.key < $1.key }.map { problem, count in
      "  \(count)  \(ImportWording(call).name(ofProblem: problem))"
    }
    let summary = call.words(
      isDryRun ? "import.would" : "import.done",
      ["read": String(report.read), "entered": String(report.entered), "refused": String(report.refused)])
    return Reply(
      [
        "read": .integer(report.read), "entered": .integer(report.entered),
        "refused": .integer(report.refused),
        "dry_run": .bool(isDryRun), "reasons": .object(report.reasons.mapValues { .integer($0) }),
        "problems": .object(report.problems.mapValues { .integer($0) }), "sheet": .text(file.sheet?.name),
        "resumed_after_row": .integer(report.resumedAfterRow),
        "imported_before": call.time(report.importedBefore),
      ],
      text: ([summary] + lines + earlierImports(report, call) + otherSheets(file, call)).joined(
        separator: "\n"))
  }

  /// What earlier imports of the same file mean for this one.
  private static func earlierImports(_ report: ImportReport, _ call: Invocation) -> [String] {
    if let row = report.resumedAfterRow { return [call.words("import.resumed", ["row": String(row)])] }
    guard let before = report.importedBefore else { return [] }
    return [
      call.words("import.before", ["at": call.wording.moment(before, at: call.context.now())])
    ]
  }

  /// What of a workbook was left out.
  private static func otherSheets(_ file: ImportFile, _ call: Invocation) -> [String] {
    guard let sheet = file.sheet, sheet.others > 0 else { return [] }
    return [call.words("import.sheet", ["name": sheet.name, "others": String(sheet.others)])]
  }
}

/// How far an import is, on standard error, where that is a terminal.
private final class ProgressMeter {
  private let words: Words
  private let file: ImportFile
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ words: Words, _ file: ImportFile) {
    self.words = words
    self.file = file
  }

  func show(rows: Int) {
    guard isShown else { return }
    let share = file.bytesTotal.map { $0 == 0 ? 100 : file.bytesRead * 100 / $0 }
    write("\r" + words("import.progress", ["rows": String(rows), "percent": share.map { "\($0)%" } ?? ""]))
  }

  func finish() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    _ = text.utf8CString.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
  }
}

/// Why a row, or a whole file, could not be imported, in words.
struct ImportWording {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  func reason(_ refusal: RowRefusal) -> String {
    switch refusal {
    case .fault(let fault): call.words["import.\(fault.code)"]
    case .rule(let refusal): call.wording.text(of: refusal, at: call.context.now())
    case .twin(let row, let matched): call.words("import.twin", ["row": String(row), "matched": matched])
    }
  }

  /// `name.missing`, or the code itself where there is nothing more exact.
  func name(ofProblem problem: String) -> String {
    let parts = problem.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return call.words["import.\(problem)"] }
    return call.words("problem.\(parts[1])", ["field": call.words["field.\(parts[0])"]])
  }
}
