import Domain
import Storage

/// Who looks on while a file is imported.
package struct ImportWatcher {
  /// Words a refusal, for the file of refused rows.
  package var reason: (RowRefusal) -> String = { $0.problem }
  /// Told of each refused row, those an earlier import of the same file refused among them.
  package var refused: (ImportEntry, KeptRefusal) throws -> Void = { _, _ in }
  /// Told how many rows are read, after each chunk.
  package var progress: (Int) -> Void = { _ in }
  /// Told of each row that went in although its name has its key in common with another's. Nobody is asked where this
  /// is nil: looking for parts of names takes longer than everything else.
  package var similar: ((ImportEntry, [CollisionHit]) throws -> Void)?
  /// Asked after each chunk.
  package var isToStop: () -> Bool = { false }
  /// All rows are read: what is kept of the refused ones must be safe before the import counts as finished.
  package var finishing: () throws -> Void = {}

  package init() {}
}
