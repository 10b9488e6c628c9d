import Domain

/// A step that brings the base one version further. Steps are only ever added at the end.
struct Migration {
  let name: String
  let sql: String
}

enum Migrations {
  static let all: [Migration] = [
    .firstSchema, .askedUntil, .alertsOfTheHouse, .dueDays, .numberShown, .departmentKinds, .seaViews,
    .buyingTime, .importRuns, .orders, .collisionReceipts, .requestRemark, .customerDetails, .unkeyedNames,
    .migratedHistory, .applications, .alertsOfApplications, .nameAliases, .agreedContacts, .dayFigures,
    .dayLists, .evenings, .dayListFollows, .applicationTerms, .highestMoment, .orderHolds, .rhythm,
    .alertContact, .uncallableLeaves, .numberSearches, .wholeCustomer, .wholeNotes, .documents, .tasks,
    .importedAnswers, .seaPlaces, .planPurposes, .dials, .noteDues,
    .teamTexts, .preferences, .requestKinds, .targets, .stageMoves, .firstNotes,
    .payments, .lostCustomers, .floor, .reportIndexes, .cooperation, .confirmedAt,
    .handovers, .leavers, .callRecords, .plannedCustomers,
  ]

  /// Marks the file as one of ours: "Tide".
  static let applicationID = 0x5469_6465
}

extension Connection {
  /// The version of the base: how many steps it has seen.
  package func schemaVersion() throws(DatabaseFailure) -> Int {
    let version = try single("PRAGMA user_version") { $0.int(0) } ?? 0
    // Bytes of a file are no index: what no program wrote is damage.
    if version < 0 { throw .failed(reason: "the header of the file is damaged") }
    return version
  }

  /// Brings the base to this program's version.
  package func migrate() throws {
    guard try schemaVersion() < Migrations.all.count else { return }
    try write {
      // Another process may have been first.
      for (index, step) in Migrations.all.enumerated().dropFirst(try schemaVersion()) {
        try execute(step.sql)
        try execute("PRAGMA user_version = \(index + 1)")
      }
      try execute("PRAGMA application_id = \(Migrations.applicationID)")
    }
  }

  /// For those who only read: the base must be of this version already.
  package func requireKnownSchema() throws {
    if try schemaVersion() < Migrations.all.count {
      throw DatabaseFailure.failed(reason: "the base is of an older version; open it for writing first")
    }
  }

  /// A base of another program, or of a newer one, is left alone; an empty file is no base.
  func checkOwnership() throws(DatabaseFailure) {
    let owner = try single("PRAGMA application_id") { $0.int(0) } ?? 0
    guard owner == Migrations.applicationID else { throw .notADatabase(path: path) }
    try requireNoNewerSchema()
  }

  /// Another process may migrate a base that is open here.
  func requireNoNewerSchema() throws(DatabaseFailure) {
    let version = try schemaVersion()
    if version > Migrations.all.count {
      throw .newerVersion(path: path, found: version, known: Migrations.all.count)
    }
  }
}
