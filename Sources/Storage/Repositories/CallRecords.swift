import Domain

/// Calls as the telephone system has them (R8.7).
package struct CallRecords {
  let connection: Connection

  /// False where it is known already.
  package func add(_ record: CallRecord) throws -> Bool {
    try connection.run(
      "INSERT INTO call_record (collision_key, at, seconds) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      [record.collisionKey, record.at, record.seconds]) == 1
  }
}
