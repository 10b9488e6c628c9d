import Domain

/// The base, in the words of the business: one repository an aggregate, all over one connection.
package struct Store {
  package let connection: Connection

  package init(_ connection: Connection) {
    self.connection = connection
  }

  package var settings: Settings { Settings(connection: connection) }
  package var people: People { People(connection: connection) }
  package var preferences: PreferenceTable { PreferenceTable(connection: connection) }
  package var customers: Customers { Customers(connection: connection) }
  package var numbers: Numbers { Numbers(connection: connection) }
  package var dials: Dials { Dials(connection: connection) }
  package var contacts: Contacts { Contacts(connection: connection) }
  package var profiles: Profiles { Profiles(connection: connection) }
  package var documents: Documents { Documents(connection: connection) }
  package var cooperations: Cooperations { Cooperations(connection: connection) }
  package var tasks: Tasks { Tasks(connection: connection) }
  package var teamTexts: TeamTextRecords { TeamTextRecords(connection: connection) }
  package var tags: Tags { Tags(connection: connection) }
  package var avInformation: AVRecords { AVRecords(connection: connection) }
  package var disputes: Disputes { Disputes(connection: connection) }
  package var searchIndex: SearchIndex { SearchIndex(connection: connection) }
  package var library: Library { Library(connection: connection) }
  package var sea: Sea { Sea(connection: connection) }
  package var seaViews: SeaViews { SeaViews(connection: connection) }
  package var opportunities: Opportunities { Opportunities(connection: connection) }
  package var notes: Notes { Notes(connection: connection) }
  package var callLists: CallLists { CallLists(connection: connection) }
  package var evenings: Evenings { Evenings(connection: connection) }
  package var dayLists: DayLists { DayLists(connection: connection) }
  package var dayFigures: DayFigures { DayFigures(connection: connection) }
  package var reports: Reports { Reports(connection: connection) }
  package var reportRows: ReportRows { ReportRows(connection: connection) }
  package var floor: Floor { Floor(connection: connection) }
  package var signings: Signings { Signings(connection: connection) }
  package var targets: MonthTargets { MonthTargets(connection: connection) }
  package var stageMoves: StageMoves { StageMoves(connection: connection) }
  package var suspicions: Suspicions { Suspicions(connection: connection) }
  package var drafts: Drafts { Drafts(connection: connection) }
  package var alerts: Alerts { Alerts(connection: connection) }
  package var events: Events { Events(connection: connection) }
  package var orders: Orders { Orders(connection: connection) }
  package var callRecords: CallRecords { CallRecords(connection: connection) }
  package var payments: Payments { Payments(connection: connection) }
  package var requests: Requests { Requests(connection: connection) }
  package var applications: Applications { Applications(connection: connection) }
  package var handovers: Handovers { Handovers(connection: connection) }
  package var fuses: Fuses { Fuses(connection: connection) }
  package var ruleVersions: RuleVersions { RuleVersions(connection: connection) }
  package var levels: Levels { Levels(connection: connection) }
  package var health: Health { Health(connection: connection) }
  package var collisions: Collisions { Collisions(connection: connection) }
  package var numberSearches: NumberSearches { NumberSearches(connection: connection) }
  package var receipts: Receipts { Receipts(connection: connection) }
  package var leases: Leases { Leases(connection: connection) }
  package var importRuns: ImportRuns { ImportRuns(connection: connection) }
}
