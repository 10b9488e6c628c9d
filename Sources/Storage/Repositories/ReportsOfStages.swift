import Domain

/// How far holdings came, what became of plans, and who is silent (R6.6, R11.8).
extension Reports {
  /// What the statements below count.
  package static let stageFigures: [ReportFigure] =
    [.reached, .wentOn, .staying, .ended, .moves, .stageSeconds]
  package static let planFigures: [ReportFigure] = [.planned, .kept, .late, .missed, .lapsed]
  package static let silenceFigures: [ReportFigure] = ReportFigure.silences.map(\.figure) + [.silent]

  /// The holdings that began on the days, by how far they came, a line a stage: that of a person stands for all.
  package func stages(_ scope: WorkSpan) throws -> [CountedDay] {
    // One walk: windows and groups take SQLite a table for each holding. The rows of one come one after the other, as it is
    // the outer loop of the join.
    var (sums, way): (StageSums, StageWay?) = (StageSums(), nil)
    _ = try connection.query(
      """
      SELECT opportunity.id, entered_at, ended_at IS NOT NULL, at, stage_before, stage
      FROM opportunity LEFT JOIN stage_move ON stage_move.opportunity = opportunity.id
      WHERE holder IN (SELECT value FROM json_each(?1)) AND entered_at >= ?2 AND entered_at < ?3
        AND end_reason IS NOT 'undone'
      """, Array(scope.values.dropLast())
    ) { row in
      let id = row.integer(0)
      if let last = way, last.holding != id { sums.add(last) }
      if way?.holding != id {
        way = StageWay(holding: id, entered: row.instant(1), isEnded: row.bool(2))
      }
      if let at = row.optionalInstant(3) { way?.move(from: row.int(4), to: row.int(5), at, &sums) }
    }
    if let way { sums.add(way) }
    return sums.stages.map { CountedDay(PersonID(0), scope.days.lowerBound, part: String($0), $1) }
  }

  /// The holdings that began on the days, with the furthest and the last stage of each: the first where none was said.
  static let holdings = """
    SELECT id, customer, holder, entered_at,
      coalesce((SELECT max(max(stage, stage_before)) FROM stage_move WHERE opportunity = opportunity.id), 1) AS reached,
      coalesce(
        (SELECT stage FROM stage_move WHERE opportunity = opportunity.id ORDER BY at DESC, rowid DESC LIMIT 1),
        1) AS stage,
      ended_at IS NOT NULL AS is_ended
    FROM opportunity
    WHERE holder IN (SELECT value FROM json_each(?1)) AND entered_at >= ?2 AND entered_at < ?3
      AND end_reason IS NOT 'undone'
    """

  /// What was planned for the days, by what was done of it up to now.
  package func plans(_ scope: WorkSpan, at now: Instant) throws -> [CountedDay] {
    let done = try count(
      scope, [.planned, .kept, .late],
      """
      SELECT author, \(Reports.day(of: "plan")), count(*), count(*) FILTER (WHERE \(Reports.isKept)),
        count(*) FILTER (WHERE NOT \(Reports.isKept))
      FROM (\(Reports.answeredPlans)) GROUP BY 1, 2
      """)
    let missed = try count(
      scope, [.planned, .missed],
      "SELECT owner, \(Reports.day(of: "next_contact")), count(*), count(*) \(Reports.missedPlans) GROUP BY 1, 2",
      [now])
    let lapsed = try count(
      scope, [.lapsed],
      "SELECT holder, \(Reports.day(of: "ended_at")), count(*) \(Reports.lapsedPlans) GROUP BY 1, 2")
    return done + missed + lapsed
  }

  /// The first note that came on the day of a plan or after it.
  static let answeredPlans = """
    SELECT author, customer, next_contact_before AS plan, min(at) AS done FROM note
    WHERE author IN (SELECT value FROM json_each(?1)) AND next_contact_before >= ?2 AND next_contact_before < ?3
      AND next_contact_before IS NOT NULL AND taken_back_at IS NULL AND at >= next_contact_before - 86400
      AND at >= next_contact_before - (next_contact_before - ?2) % 86400
    GROUP BY author, next_contact_before, opportunity
    """

  static let isKept = "(done < plan - (plan - ?2) % 86400 + 86400)"

  /// Plans whose moment is over and to which no note came since the morning of their day.
  static let missedPlans = """
    FROM customer
    WHERE owner IN (SELECT value FROM json_each(?1)) AND owner IS NOT NULL
      AND next_contact >= ?2 AND next_contact < min(?3, ?5) AND NOT EXISTS (
        SELECT 1 FROM note
        WHERE note.customer = customer.id AND note.opportunity = customer.opportunity
          AND next_contact_before = customer.next_contact AND taken_back_at IS NULL
          AND at >= customer.next_contact - (customer.next_contact - ?2) % 86400)
    """

  static let lapsedPlans = """
    FROM opportunity
    WHERE holder IN (SELECT value FROM json_each(?1)) AND ended_at >= ?2 AND ended_at < ?3
      AND end_next_contact IS NOT NULL AND end_reason IS NOT 'undone'
    """

  /// Held customers by the days since their last note, or since they came; a line a person and level.
  package func silent(_ scope: WorkSpan, in calendar: HouseCalendar) throws -> [CountedDay] {
    let today = scope.days.upperBound
    let counts = ReportFigure.silences.map {
      "count(*) FILTER (WHERE \(Reports.isSilent($0.days, today, calendar)))"
    }
    return try connection.query(
      """
      SELECT owner, intent, \(counts.joined(separator: ", ")) FROM customer
      WHERE owner IN (SELECT value FROM json_each(?1)) AND owner IS NOT NULL GROUP BY 1, 2
      """, [DayFigures.list(scope.people)]
    ) { row in
      var figures = ReportFigures()
      for (index, silence) in ReportFigure.silences.enumerated() {
        figures[silence.figure] = row.int(Int32(index + 2))
        figures[.silent] += row.int(Int32(index + 2))
      }
      return CountedDay(row.id(0), today, part: row.text(1), figures)
    }
  }

  /// Whether nothing was noted of a held customer for so many days.
  static func isSilent(_ days: ClosedRange<Int>, _ today: Day, _ calendar: HouseCalendar) -> String {
    let (first, last) = (
      calendar.start(of: today - days.upperBound), calendar.end(of: today - days.lowerBound)
    )
    let since = "max(coalesce(last_note_at, 0), entered_at)"
    return "\(since) >= \(first.seconds) AND \(since) < \(last.seconds)"
  }
}

/// The way of one holding through the stages, its moves in their order.
private struct StageWay {
  let holding: Int64
  let isEnded: Bool
  private(set) var reached = 1
  private(set) var stage = 1
  private var since: Instant

  init(holding: Int64, entered: Instant, isEnded: Bool) {
    (self.holding, self.isEnded) = (holding, isEnded)
    since = entered
  }

  mutating func move(from before: Int, to stage: Int, _ at: Instant, _ sums: inout StageSums) {
    sums.add(before, seconds: Int(at - since))
    reached = max(reached, before, stage)
    self.stage = stage
    since = at
  }
}

/// Counted in plain numbers by stage: there are hundreds of thousands of holdings.
private struct StageSums {
  private struct Sum {
    var reached = 0
    var wentOn = 0
    var staying = 0
    var ended = 0
    var moves = 0
    var seconds = 0
  }

  /// The first stage is 1.
  private var sums: [Sum] = []

  /// How long it took until a holding left a stage.
  mutating func add(_ stage: Int, seconds: Int) {
    reach(stage)
    sums[stage].moves += 1
    sums[stage].seconds += seconds
  }

  mutating func add(_ way: StageWay) {
    reach(way.reached)
    for stage in 1...way.reached { sums[stage].reached += 1 }
    for stage in 1..<way.reached { sums[stage].wentOn += 1 }
    if way.isEnded { sums[way.stage].ended += 1 } else { sums[way.stage].staying += 1 }
  }

  private mutating func reach(_ stage: Int) {
    while sums.count <= stage { sums.append(Sum()) }
  }

  var stages: [Int: ReportFigures] {
    let lines = sums.enumerated().dropFirst().map { stage, sum in
      var figures = ReportFigures()
      (figures[.reached], figures[.wentOn]) = (sum.reached, sum.wentOn)
      (figures[.staying], figures[.ended]) = (sum.staying, sum.ended)
      (figures[.moves], figures[.stageSeconds]) = (sum.moves, sum.seconds)
      return (stage, figures)
    }
    return Dictionary(lines) { first, _ in first }
  }
}
