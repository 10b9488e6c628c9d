import Assets
import Domain
import Glibc
import Services

extension ErrorWording {
  /// Why a file can't be imported at all.
  func text(of error: ImportError) -> String {
    switch error {
    case .cannotOpen(let path, let code): words("import.cannot_open", ["path": path, "reason": reason(code)])
    case .cannotRead(let path, let code): words("import.cannot_read", ["path": path, "reason": reason(code)])
    case .notAFile(let path): words("import.not_a_file", ["path": path])
    case .empty: words["import.empty"]
    case .text(let error): text(of: error)
    case .workbook(let error): text(of: error)
    case .csv(let error): text(of: error)
    case .headingFault: words["import.heading_too_long"]
    case .heading(let error): text(of: error)
    }
  }

  /// How far an import came before it had to stop, and why.
  func text(of stopped: ImportStopped) -> String {
    let (code, message) = describe(stopped.cause)
    // "Nothing was written" would not be true here.
    let reason = words.has("import.stopped.\(code)") ? words["import.stopped.\(code)"] : message
    return words(
      "import.stopped",
      [
        "entered": String(stopped.report.entered), "read": String(stopped.report.read), "reason": reason,
      ])
  }

  /// Why the file of refused rows could not be written.
  func text(of error: RejectsError) -> String {
    switch error {
    case .isSource(let path): words("import.rejects_source", ["path": path])
    case .cannotWrite(let path, let code):
      words("import.cannot_write", ["path": path, "reason": reason(code)])
    }
  }

  private func text(of error: TextError) -> String {
    switch error {
    case .undecodable(let encoding, let offset):
      words("import.undecodable", ["offset": String(offset), "encoding": "\(encoding)"])
    case .unavailable(let encoding): words("import.encoding_unavailable", ["encoding": "\(encoding)"])
    case .oldWorkbook: words["import.old_workbook"]
    case .pipedWorkbook: words["import.piped_workbook"]
    }
  }

  private func text(of error: WorkbookError) -> String {
    switch error {
    case .cannotUnzip(ENOENT): words["import.unzip_missing"]
    case .cannotUnzip(let code): words("import.unzip_failed", ["reason": reason(code)])
    case .noSheet: words["import.no_sheet"]
    case .damaged: words["import.workbook_damaged"]
    case .tooLarge: words["import.workbook_too_large"]
    }
  }

  private func text(of error: CSVError) -> String {
    switch error {
    case .nul(let row): words("import.nul", ["row": String(row)])
    case .headingTooLong: words["import.heading_too_long"]
    case .unclosedQuote(let row): words("import.unclosed_quote", ["row": String(row)])
    }
  }

  private func text(of error: HeadingError) -> String {
    switch error {
    case .missing(let column): words("import.heading_missing", ["heading": name(column)])
    case .unknown(let headings):
      words(
        "import.heading_unknown",
        [
          "headings": headings.map(shown).joined(separator: ", "),
          "known": ImportColumn.allCases.map(name).joined(separator: ", "),
        ])
    case .notThere(let heading): words("import.heading_not_there", ["heading": shown(heading)])
    case .twice(_, let first, let second):
      words("import.heading_twice", ["first": shown(first), "second": shown(second)])
    case .onlyForMigration(let headings):
      words("import.heading_migration", ["headings": headings.map(shown).joined(separator: ", ")])
    }
  }

  func name(_ column: ImportColumn) -> String {
    let names = ImportHeadings.standard.names(of: column)
    return (words.language == .chinese ? names.chinese : names.english).first ?? ""
  }

  private func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}
