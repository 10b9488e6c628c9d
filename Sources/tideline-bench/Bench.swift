import CommandLine
import Domain
import Glibc
import Services

/// The measurements, as they are called.
enum Bench {
  private static let usage = """
    usage: tideline-bench make --customers N --db PATH [--held N] [--notes N] [--seed S] [--now ISO8601]
           tideline-bench run --db PATH [--json] [--only WORD] [--program PATH]
           tideline-bench histories N [--seed S] [--acts | --lists]
           tideline-bench sweep --db PATH [--json] [--writers N] [--due N]
           tideline-bench handover --db PATH [--json] [--writers N] [--customers N]
           tideline-bench screens --db PATH [--json] [--size ROWSxCOLUMNS] [--busy N] [--think MS] [--program PATH]
           tideline-bench drafts --db PATH [--json] [--rounds N] [--program PATH]

    make     fills a new sandbox base; 6 in 100 customers are held unless --held says otherwise, 3 notes a holding
    run      each figure beside the floor of the same query in bare SQLite calls, on a copy of the base
    histories  so many random histories of an opportunity against the model of the rules, or of a house with --acts;
             of the lists of days against the audit trail with --lists
    sweep    what a sweep of all that is due costs who writes meanwhile, beside writers alone; simulation; takeover
    handover  what it takes to hand 300 customers over beside 20 writers and to take that back, and what it costs them
    screens  key to paint, bytes a key, idle, hang-up and memory of the screens in a pseudo-terminal; with --busy
             cursor, echo and search in every pane beside so many processes that write notes, one each in 3 s
             unless told, and beside a program that only echoes; row down beside tig's, where it is installed
    drafts   how far a draft is behind the keys when the program is killed, at 100 random moments unless told

    """

  /// The exit status.
  static func run(_ words: some Collection<String>) -> Int32 {
    do {
      switch words.first {
      case "make": try make(words.dropFirst())
      case "run": try run(measuring: words.dropFirst())
      case "histories": try histories(words.dropFirst())
      case "sweep": try sweep(words.dropFirst())
      case "handover": try handover(words.dropFirst())
      case "sweep-writer": try SweepWriter.run(words.dropFirst())
      case "screens": try screens(words.dropFirst())
      case "echo": Echo.run()
      case "drafts": try drafts(words.dropFirst())
      default: throw Arguments.Problem(message: usage)
      }
      return 0
    } catch let problem as Arguments.Problem {
      Output.remark(problem.message + "\n")
      return 2
    } catch {
      Output.remark("tideline-bench: \(error)\n")
      return 1
    }
  }

  private static func make(_ words: some Sequence<String>) throws {
    let arguments = try Arguments(
      words, options: ["--customers", "--db", "--held", "--notes", "--seed", "--now"])
    let customers = try arguments.count("--customers") ?? 10_000
    let maker = BaseMaker(
      path: try arguments.required("--db"), customers: customers,
      held: try arguments.count("--held") ?? customers * 6 / 100,
      notes: try arguments.count("--notes") ?? 3,
      seed: UInt64(try arguments.count("--seed") ?? 1), now: try now(arguments.text("--now")))
    try maker.make { Output.remark("\r\($0) customers") }
    Output.remark("\n")
  }

  private static func run(measuring words: some Sequence<String>) throws {
    let arguments = try Arguments(words, options: ["--db", "--only", "--program"], flags: ["--json"])
    try RunReport(
      path: arguments.required("--db"), program: arguments.text("--program") ?? Child.neighbour("tideline"),
      isJSON: arguments.has("--json"), only: arguments.text("--only")
    ).print()
  }

  private static func screens(_ words: some Sequence<String>) throws {
    let arguments = try Arguments(
      words, options: ["--db", "--size", "--busy", "--think", "--program"], flags: ["--json"])
    let size = (arguments.text("--size") ?? "40x120").split(separator: "x").compactMap { UInt16($0) }
    guard size.count == 2 else { throw Arguments.Problem(message: "no size: --size ROWSxCOLUMNS") }
    let (program, isJSON) = (arguments.text("--program"), arguments.has("--json"))
    try BaseCopy.with(try arguments.required("--db")) { copy in
      let report = Report(isJSON: isJSON)
      let figures = ScreenFigures(
        base: try BenchBase(path: copy), program: program ?? Child.neighbour("tideline"), rows: size[0],
        columns: size[1])
      if let busy = try arguments.count("--busy") {
        let writers = Writers(path: copy, count: busy, think: try arguments.count("--think") ?? 3000)
        try BusyScreens(figures: figures, writers: writers).measure(report.show)
      } else {
        try figures.measure(report.show)
      }
      report.close()
    }
  }

  private static func drafts(_ words: some Sequence<String>) throws {
    let arguments = try Arguments(words, options: ["--db", "--rounds", "--program"], flags: ["--json"])
    try BaseCopy.with(try arguments.required("--db")) { copy in
      let report = Report(isJSON: arguments.has("--json"))
      report.show(
        try DraftFigures(
          base: try BenchBase(path: copy),
          program: arguments.text("--program") ?? Child.neighbour("tideline"),
          rounds: try arguments.count("--rounds") ?? 100
        ).measure())
      report.close()
    }
  }

  private static func histories(_ words: some Collection<String>) throws {
    guard let count = words.first.flatMap({ Int($0) }), count > 0 else {
      throw Arguments.Problem(message: "how many? tideline-bench histories N [--seed S] [--acts | --lists]")
    }
    let arguments = try Arguments(words.dropFirst(), options: ["--seed"], flags: ["--acts", "--lists"])
    try HistoryRun(
      count: count, seed: UInt64(try arguments.count("--seed") ?? 1),
      way: arguments.has("--lists") ? .lists : arguments.has("--acts") ? .acts : .domain
    ).print()
  }

  private static func sweep(_ words: some Sequence<String>) throws {
    let arguments = try Arguments(words, options: ["--db", "--writers", "--due"], flags: ["--json"])
    let isJSON = arguments.has("--json")
    try BaseCopy.with(try arguments.required("--db")) { copy in
      let report = Report(isJSON: isJSON)
      try SweepFigures(
        base: try BenchBase(path: copy), writers: try arguments.count("--writers") ?? 20,
        due: try arguments.count("--due") ?? 100_000
      ).measure(report.show)
      report.close()
    }
  }

  private static func handover(_ words: some Sequence<String>) throws {
    let arguments = try Arguments(words, options: ["--db", "--writers", "--customers"], flags: ["--json"])
    try BaseCopy.with(try arguments.required("--db")) { copy in
      let report = Report(isJSON: arguments.has("--json"))
      try HandoverFigures(
        base: try BenchBase(path: copy), writers: try arguments.count("--writers") ?? 20,
        customers: try arguments.count("--customers") ?? 300
      ).measure(report.show)
      report.close()
    }
  }

  private static func now(_ text: String?) throws -> Instant {
    guard let text else { return Instant(seconds: Int64(time(nil))) }
    guard let moment = try HouseRules.shipped().calendar.moment(iso8601: text) else {
      throw Arguments.Problem(message: "no time: --now \(text)")
    }
    return moment
  }
}
