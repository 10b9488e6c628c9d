/// Why an .xlsx workbook can't be read.
package enum WorkbookError: Error, Hashable, Sendable {
  /// `unzip` can't be started; with the error number of the system, ENOENT where it is not installed.
  case cannotUnzip(code: Int32)
  /// An archive, but no workbook, or one without a sheet to be seen.
  case noSheet
  case damaged
  /// It unpacks to more than any table a house may have.
  case tooLarge
}
