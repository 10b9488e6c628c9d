/// The rules of one kind of department, as data (R4.1-R4.3). Read and checked by `PolicyReader`. A
/// class, as it is large and never changes.
package final class Policy: Sendable {
  package let name: String
  package let title: Title
  /// What a department under it is there for, where the department does not say (R2.1).
  package let departmentKind: DepartmentKind
  /// Seconds east of UTC (R4.5).
  package let utcOffset: Int
  /// Minutes of the day between which the desk works (R4.5).
  package let deskHours: Range<Int>
  /// How many customers a library holds (R3.4).
  package let capacity: Int
  /// How many picks a person has on a day of the house; 0 for no limit (R3.7).
  package let dailyPicks: Int
  /// For how many days a former holder may not pick the customer again (R3.6).
  package let coolDownDays: Int
  package let clocks: [ClockRule]
  package let release: ReleaseMoment
  /// Warning levels in days before the due day, longest first (R4.7).
  package let warnings: [Int]
  /// How many seconds of desk hours must lie between a warning and the due for it to be in time (R4.7).
  package let warnedInTime: Int64
  /// For how long a release by hand can be undone, in seconds (R3.5).
  package let undoSeconds: Int64
  package let extensions: ExtensionRules
  package let fuse: FuseRules
  package let notes: NoteRules
  package let intents: [IntentLevel]
  package let stages: [Title]
  package let releaseReasons: [ReleaseReason: Title]
  /// What a company or a person needs before entry (R5.9).
  package let requiredOfCompany: [EntryField]
  package let requiredOfPerson: [EntryField]
  package let targets: Targets
  /// What the list of the next desk day must hold (R7.5).
  package let list: ListRules
  /// Whose signed customers are, and until when (section 9).
  package let axis: ServiceAxis
  /// What the words of a next contact mean (R6.2).
  package let when: WhenDefaults
  package let applications: ApplicationRules
  /// For so many desk days an order that waits for its confirmation holds its customer (R4.19).
  package let orderHoldDays: Int
  /// Who takes again what he held less than so many days before has its old time to sign (R4.1); 0 for a new one.
  package let reentryDays: Int
  /// A lost customer opens to the sea after so many days (R3.1).
  package let lostDays: Int
  package let calling: CallingRules
  package let suspicions: SuspicionRules
  package let signed: SignedRules

  package init(
    name: String, title: Title, departmentKind: DepartmentKind, utcOffset: Int, deskHours: Range<Int>,
    capacity: Int, dailyPicks: Int,
    coolDownDays: Int, clocks: [ClockRule], release: ReleaseMoment, warnings: [Int], warnedInTime: Int64,
    undoSeconds: Int64, extensions: ExtensionRules, fuse: FuseRules, notes: NoteRules, intents: [IntentLevel],
    stages: [Title],
    releaseReasons: [ReleaseReason: Title], requiredOfCompany: [EntryField], requiredOfPerson: [EntryField],
    targets: Targets, list: ListRules, axis: ServiceAxis, when: WhenDefaults,
    applications: ApplicationRules, orderHoldDays: Int, reentryDays: Int, lostDays: Int,
    calling: CallingRules,
    suspicions: SuspicionRules, signed: SignedRules
  ) {
    self.name = name
    self.title = title
    self.departmentKind = departmentKind
    self.utcOffset = utcOffset
    self.deskHours = deskHours
    self.capacity = capacity
    self.dailyPicks = dailyPicks
    self.coolDownDays = coolDownDays
    self.clocks = clocks
    self.release = release
    self.warnings = warnings
    self.warnedInTime = warnedInTime
    self.undoSeconds = undoSeconds
    self.extensions = extensions
    self.fuse = fuse
    self.notes = notes
    self.intents = intents
    self.stages = stages
    self.releaseReasons = releaseReasons
    self.requiredOfCompany = requiredOfCompany
    self.requiredOfPerson = requiredOfPerson
    self.targets = targets
    self.list = list
    self.axis = axis
    self.when = when
    self.applications = applications
    self.orderHoldDays = orderHoldDays
    self.reentryDays = reentryDays
    self.lostDays = lostDays
    self.calling = calling
    self.suspicions = suspicions
    self.signed = signed
  }

  package func intent(_ level: String) -> IntentLevel? {
    intents.first { $0.level == level }
  }

  /// For how many days a call has been overdue by the rhythm of its level (R4.1, R4.3); nil where it is not.
  package func daysOverdue(_ level: String, lastContact: Day, on today: Day) -> Int? {
    guard let rhythm = intent(level)?.rhythmDays, today - lastContact > rhythm else { return nil }
    return today - lastContact - rhythm
  }

  package func clock(_ name: String) -> ClockRule? {
    clocks.first { $0.name == name }
  }
}

/// A text in both languages, from a policy.
package struct Title: Sendable, Equatable {
  package let chinese: String
  package let english: String

  package init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }
}

/// A level of intent, lowest first in the policy (section 1).
package struct IntentLevel: Sendable {
  package let level: String
  package let title: Title
  /// By what it is told from the others (R6.1); nil where the house has not said.
  package let criteria: Title?
  /// Call again within this many days; nil for no rhythm.
  package let rhythmDays: Int?
  /// Expected to buy within this many days of reaching the level; nil for no expectation (R4.3).
  package let buysWithinDays: Int?

  package init(
    level: String, title: Title, criteria: Title? = nil, rhythmDays: Int?, buysWithinDays: Int? = nil
  ) {
    self.level = level
    self.title = title
    self.criteria = criteria
    self.rhythmDays = rhythmDays
    self.buysWithinDays = buysWithinDays
  }
}

/// At which moment of its due day an opportunity ends (R4.5).
package struct ReleaseMoment: Sendable, Equatable {
  /// Minutes since midnight; 1440 is the end of the day, "24:00".
  package let minute: Int
  /// Whether a release on a rest day moves to the same hour of the next desk day.
  package let movesOffRestDays: Bool
  /// Whether every agent is told that the customer is open to all (R4.2).
  package let isAnnounced: Bool

  package init(minute: Int, movesOffRestDays: Bool, isAnnounced: Bool = false) {
    self.minute = minute
    self.movesOffRestDays = movesOffRestDays
    self.isAnnounced = isAnnounced
  }
}

/// Who may grant how many days of extension (R4.8).
package struct ExtensionRules: Sendable, Equatable {
  package let managerDays: Int
  /// The most anybody may grant.
  package let mostDays: Int

  package init(managerDays: Int, mostDays: Int) {
    self.managerDays = managerDays
    self.mostDays = mostDays
  }
}

/// A field that may be asked for before entry (R5.9). `landlineOrMobile` is satisfied by either.
package enum EntryField: String, Sendable, CaseIterable {
  case name, address, landline, fax, mobile
  case landlineOrMobile = "landline_or_mobile"
}

/// What is expected of an agent on a day (R7.4).
package struct Targets: Sendable, Equatable {
  package let effectiveCalls: Int
  package let abCustomers: Int
  package let newCustomers: Int
  /// On a day of visits, in the place of calls.
  package let visits: Int

  package init(effectiveCalls: Int, abCustomers: Int, newCustomers: Int, visits: Int) {
    self.effectiveCalls = effectiveCalls
    self.abCustomers = abCustomers
    self.newCustomers = newCustomers
    self.visits = visits
  }
}
