import Assets
import Domain
import Glibc
import Services

/// Customers from a file (R12.3).
enum ImportCommands {
  static let all = [
    CommandSpec(
      "import", [.required("FILE")],
      [
        OptionSpec("--dry-run"), OptionSpec("--to", "sea|LOGIN"), OptionSpec("--clocks-from", "DAY"),
        OptionSpec("--rejects", "FILE"), OptionSpec("--similar", "FILE"), OptionSpec("--skip-unknown"),
        OptionSpec("--map", "HEADING=COLUMN", .repeated, .columns),
      ], run: run)
  ]

  private static func run(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let path = call.arguments.operand(0) ?? ""
    let target = try target(call, in: session.house)
    let file = try ImportFile(path, try reading(call))
    let rejects = try writer(to: "--rejects", of: file, path, call)
    let other = call.arguments.value("--rejects").map { [$0] } ?? []
    let similar = try writer(to: "--similar", of: file, path, call, beside: other)
    let isDryRun = call.arguments.has("--dry-run")
    let meter = ProgressMeter(call.words, file)
    // What was refused before an import had to stop is worth keeping too.
    defer { for writer in [rejects, similar] { try? writer?.finish() } }
    var watcher = ImportWatcher()
    watcher.reason = ImportWording(call).reason
    watcher.refused = { entry, refusal in
      try rejects?.write(row: entry.number, code: refusal.code, reason: refusal.reason, cells: entry.cells)
    }
    watcher.progress = meter.show
    let signal = StopSignal()
    watcher.isToStop = { signal.isRequested(within: 0) }
    watcher.finishing = { for writer in [rejects, similar] { try writer?.finish() } }
    if let similar {
      watcher.similar = { entry, hits in
        let names = hits.map { call.wording.text(of: $0, at: call.now) }
        try similar.write(
          row: entry.number, code: "similar", reason: names.joined(separator: "; "), cells: entry.cells)
      }
    }
    let report = try ImportCustomers(file, to: target, isDryRun: isDryRun).perform(
      by: session.actor.id, at: call.now, wallClock: Context.hostTime, in: session.house,
      watched: watcher)
    meter.finish()
    return reply(report, of: file, isDryRun: isDryRun, call)
  }

  /// How the headings are read: those nobody knows are named and left out, or mean what was said.
  private static func reading(_ call: Invocation) throws(UsageError) -> HeadingReading {
    var mapped: [String: ImportColumn] = [:]
    for text in call.arguments.all("--map") {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, let column = ImportHeadings.standard.column(parts[1]) else {
        throw .badValue(text, of: "--map", expected: "名称=公司名称")
      }
      mapped[parts[0]] = column
    }
    return HeadingReading(.standard, skipsUnknown: call.arguments.has("--skip-unknown"), mapped: mapped)
  }

  /// Rows with something to be said of each, where that was asked for.
  private static func writer(
    to option: String, of file: ImportFile, _ path: String, _ call: Invocation, beside others: [String] = []
  ) throws -> RejectsWriter? {
    try call.arguments.value(option).map {
      try RejectsWriter(
        $0, headings: file.heading.texts, own: heading(call), sources: [path, call.context.path] + others)
    }
  }

  /// A day for the clocks makes it a migration, where each row names its own holder.
  private static func target(_ call: Invocation, in house: House) throws -> ImportTarget {
    let holder = call.arguments.value("--to")
    if let text = call.arguments.value("--clocks-from") {
      guard let day = Day(iso: text) else {
        throw UsageError.badValue(text, of: "--clocks-from", expected: "2026-11-26")
      }
      if holder != nil { throw UsageError.surplus("--to") }
      return .migration(clocksFrom: day)
    }
    guard let holder, holder != "sea" else { return .sea }
    return .library(try Reading.person(login: holder, in: house).id)
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
        "left_out": .list(file.heading.unknown.map { .text($0) }),
      ],
      text: ([summary] + lines + earlierImports(report, call) + otherSheets(file, call) + leftOut(file, call))
        .joined(separator: "\n"))
  }

  /// The columns nobody knows, by their headings.
  private static func leftOut(_ file: ImportFile, _ call: Invocation) -> [String] {
    if file.heading.unknown.isEmpty { return [] }
    return [call.words("import.left_out", ["headings": file.heading.unknown.joined(separator: ", ")])]
  }

  /// What earlier imports of the same file mean for this one.
  private static func earlierImports(_ report: ImportReport, _ call: Invocation) -> [String] {
    if let row = report.resumedAfterRow { return [call.words("import.resumed", ["row": String(row)])] }
    guard let before = report.importedBefore else { return [] }
    return [
      call.words("import.before", ["at": call.wording.moment(before, at: call.now)])
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
    case .rule(let refusal): call.wording.text(of: refusal, at: call.now)
    case .twin(let row, let name, let matched):
      call.words("import.twin", ["row": String(row), "name": name, "matched": matched])
    }
  }

  /// `name.missing`, or the code itself where there is nothing more exact.
  func name(ofProblem problem: String) -> String {
    let parts = problem.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return call.words["import.\(problem)"] }
    let exact = "problem.\(parts[1]).\(parts[0])"
    return call.words(
      call.words.has(exact) ? exact : "problem.\(parts[1])", ["field": call.words["field.\(parts[0])"]])
  }
}
