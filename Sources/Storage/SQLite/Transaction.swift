import Domain

extension Connection {
  /// One write transaction: all of it or nothing. It takes the write lock at once, since a transaction that reads
  /// first and then wants to write fails under a race.
  ///
  /// - Throws: `newerVersion` where another program has brought the base further than this one knows, and `moved` where
  ///   it is not at its path any more: what was written then is not acknowledged.
  package func write<Result>(_ body: () throws -> Result) throws -> Result {
    let result = try transaction("BEGIN IMMEDIATE") {
      try requireNoNewerSchema()
      try requireInPlace()
      return try body()
    }
    try requireInPlace()
    return result
  }

  /// Several reads that see one and the same state.
  package func read<Result>(_ body: () throws -> Result) throws -> Result {
    if isInTransaction { return try body() }
    return try transaction("BEGIN", body)
  }

  private func transaction<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
    StopDelay.begin()
    defer { StopDelay.end() }
    try run(begin)
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // SQLite may have rolled back by itself (disk full); the first error is the one to tell.
      if isInTransaction { _ = try? run("ROLLBACK") }
      throw error
    }
  }

  /// A part of a transaction that may fail without the rest.
  package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try run("SAVEPOINT part")
    do {
      let result = try body()
      try run("RELEASE part")
      return result
    } catch {
      if isInTransaction { try? execute("ROLLBACK TO part; RELEASE part") }
      throw error
    }
  }
}
