import Domain
import Services
import TerminalKit

/// Everything about one customer (R10.1): what stays above, what moves below, in tabs.
struct CustomerPane: ListScreen, ViewScreen {
  private(set) var id: CustomerID
  private let name: String
  /// The list it was opened from, which `n` and `N` go through.
  private let among: [CustomerID]
  private(set) var view: CustomerView?
  private(set) var choice = CustomerTab.timeline
  /// The lines of the tab, by their place.
  var list = ListState<Int>()
  /// Which of the numbers is dialled and copied; nil is the first that may be.
  private(set) var numberIndex: Int?
  /// The one that is dialled where none was chosen, and why that can't be now.
  private var usual: CustomerNumber?
  private(set) var barred: Hindrance?
  private let me: PersonID

  init(_ subject: Subject, among: [CustomerID], me: PersonID) {
    id = subject.id
    name = subject.name
    self.among = among
    self.me = me
  }

  /// A code that was merged leads to the customer it belongs to (R3.11).
  var subject: Subject? { Subject(view?.customer.id ?? id, name: view?.customer.name ?? name) }

  /// Whether it is one's own to act on.
  var isMine: Bool { view.map { $0.customer.holder == me } ?? false }

  /// That of who is away and named one to work it (R2.6).
  var isCovered: Bool { view?.isCovered ?? false }

  /// Whether one works on it: as its holder, in his place, or as a helper (R3.8).
  var isShared: Bool { isMine || isCovered || view?.helpers.contains { $0.helper.id == me } ?? false }

  /// Its place in the list it came from.
  var place: (number: Int, count: Int)? {
    among.firstIndex(of: id).map { ($0 + 1, among.count) }
  }

  /// The numbers one can speak to somebody by.
  var numbers: [CustomerNumber] { view?.numbers.filter(\.use.isDialled) ?? [] }

  var number: CustomerNumber? {
    guard let numberIndex, numbers.indices.contains(numberIndex) else { return usual }
    return numbers[numberIndex]
  }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [ask(.customer(id)) { [id] in if id == $0.id { $0.take($1) } }]
  }

  private mutating func take(_ view: CustomerView) {
    self.view = view
    list.update(rows: lines)
  }

  private var lines: [Int] { Array(0..<(view.map(choice.count) ?? 0)) }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: height(context))
    usual = view.flatMap { $0.dialling(context).choice(of: $0.numbers) }
    barred = view.flatMap { Dialling.bar($0, number, context) }
  }

  // MARK: what is shown

  func height(_ context: Context) -> Int { CustomerLayout(context.frame).list.rows }

  /// An empty tab says no number: nine of them just fit.
  func count(of tab: CustomerTab, _ context: Context) -> Int? {
    guard let count = view.map(tab.count), count > 0 else { return nil }
    return count
  }

  mutating func show(_ tab: CustomerTab, _ context: Context) -> [Effect] {
    choice = tab
    list = ListState(rows: lines)
    return []
  }

  /// To the neighbour in the list it was opened from.
  mutating func turn(_ step: Int, _ context: Context) -> [Effect] {
    guard let place = among.firstIndex(of: id), among.indices.contains(place + step) else {
      return [.say(context.words["customer.no_neighbour"])]
    }
    (id, view, numberIndex, list) = (among[place + step], nil, nil, ListState())
    return refresh(context)
  }

  mutating func switchNumber(_ step: Int) {
    guard !numbers.isEmpty else { return }
    let present = number.flatMap { numbers.firstIndex(of: $0) } ?? -1
    numberIndex = (present + step + numbers.count) % numbers.count
  }

  // MARK: acts

  func dial(_ context: Context) -> [Effect] {
    subject.map { [.call(Call($0, by: numberIndex == nil ? nil : number, at: context.now))] } ?? []
  }

  /// A key that is quicker than the base acts as soon as the customer is there.
  func copy(_ context: Context) -> [Effect] {
    view.map { Dialling.copy($0, number: number, context) } ?? [.run(Job.copying(id))]
  }

  /// More time with one's own. One of the sea that flowed back: who may takes it back from there for who had it last,
  /// who had it himself asks (R4.16, R4.18).
  func request(_ context: Context) -> [Effect] {
    guard let view, let subject else { return [.say(context.words["list.loading"])] }
    if isMine { return [.showPrefix(.request(subject, RequestChoice.own(hasClock: view.standing != nil)))] }
    let isOwnLoss = view.holdings.first?.holder.id == me
    if context.session.allows(.takeBack) && !isOwnLoss { return [.run(TakeBackErrand(subject: subject))] }
    return [.showPrefix(.request(subject, [.takeBack]))]
  }

  /// The task one is on, while it is open.
  var task: CustomerTask? {
    guard choice == .tasks, let index = list.selectedIndex, let tasks = view?.tasks,
      tasks.indices.contains(index), !tasks[index].content.stage.isOver
    else { return nil }
    return tasks[index]
  }

  func end(_ stage: TaskStage) -> [Effect] {
    guard let task, let subject else { return [] }
    return [.run(ChangeTaskErrand(task: task, stage: stage, subject: subject))]
  }

  /// Full: the swap is offered, as the sea does (R3.4), while one still looks at that customer.
  func pick() -> [Effect] {
    guard let subject else { return [] }
    let pick = run(PickErrand(subject)) { _, _, _ in
      []
    } else: { pane, trouble, context in
      guard pane.subject == subject, let customer = pane.view?.customer else { return [] }
      return SwapNewcomer(customer).offer(after: trouble, context)
    }
    return [pick, .outside(.discardTypeAhead)]
  }
}
