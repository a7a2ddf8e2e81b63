/// All that makes the program serve one city, as checked values. Rows have the identifier 0 until they are stored.
public struct CityConfiguration: Hashable, Sendable {
    /// Names, titles and rules that are no lists.
    public var settings: CitySettings
    /// Channels in printing order.
    public var channels: [Entry<Channel>]
    /// Request kinds in printing order.
    public var kinds: [Entry<RequestKind>]
    /// Categories, parents before children, in printing order.
    public var categories: [Entry<Category>]
    /// Units, parents before children.
    public var units: [Entry<Unit>]
    /// Areas, parents before children.
    public var areas: [Entry<Area>]
    /// Who can be made answerable.
    public var leaders: [Entry<Leader>]
    /// The dispatch directory.
    public var dispatchRules: [DispatchRule]
    /// Grades with their limits.
    public var grades: [Grade]
    /// Which request has which grade; the first that fits decides, and the last fits all.
    public var gradeRules: [GradeRule]
    /// Of what the city wants to be warned.
    public var alerts: AlertRules
    /// Which days the offices work.
    public var calendar: WorkCalendar

    /// A configuration of these parts.
    public init(
        settings: CitySettings, channels: [Entry<Channel>], kinds: [Entry<RequestKind>],
        categories: [Entry<Category>], units: [Entry<Unit>], areas: [Entry<Area>],
        leaders: [Entry<Leader>], dispatchRules: [DispatchRule],
        grades: [Grade], gradeRules: [GradeRule], alerts: AlertRules, calendar: WorkCalendar
    ) {
        self.settings = settings
        self.channels = channels
        self.kinds = kinds
        self.categories = categories
        self.units = units
        self.areas = areas
        self.leaders = leaders
        self.dispatchRules = dispatchRules
        self.grades = grades
        self.gradeRules = gradeRules
        self.alerts = alerts
        self.calendar = calendar
    }
}

/// A row of the directory with the names by which people find it.
public struct Entry<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The row.
    public var value: Value
    /// Its name first, then its other names.
    public var spellings: [Spelling]

    /// A row with its names.
    public init(value: Value, spellings: [Spelling]) {
        self.value = value
        self.spellings = spellings
    }
}

/// A name with what people type for it.
public struct Spelling: Hashable, Sendable {
    /// The name as written.
    public let name: String
    /// Its pinyin without tones and blanks: `wuyefuwu`.
    public let pinyin: String
    /// The initials of its pinyin: `wyfw`.
    public let initials: String

    /// A name with its pinyin.
    public init(name: String, pinyin: String, initials: String) {
        self.name = name
        self.pinyin = pinyin
        self.initials = initials
    }
}

/// What of a city's configuration is no list.
public struct CitySettings: Hashable, Sendable {
    /// The city's code.
    public var code: String
    /// The city's name.
    public var name: String
    /// The city's distance from UTC.
    public var clock: CityClock
    /// The hotline as it is named in print.
    public var hotline: String
    /// The title of the daily bulletin.
    public var bulletinTitle: String
    /// The template of the daily bulletin.
    public var bulletinTemplate: String
    /// How many topics the bulletin names.
    public var topicCount: Int
    /// How many people sign a bulletin before it is issued: 1 or 2.
    public var bulletinSignatures: Int
    /// Who is contacted where the districts own a category, as printed.
    public var districtContact: String
    /// Reasons why a call is no request.
    public var invalidReasons: [String]
    /// When cases turn yellow and red.
    public var signals: SignalRule
    /// What of the workflow the city decides.
    public var policy: WorkflowPolicy
    /// What of rates, rankings and zones the city decides.
    public var measures: MeasuresPolicy
    /// What of the findings the city decides.
    public var findings: FindingsPolicy
    /// What of notices the city decides.
    public var notice = NoticePolicy()

    /// Settings of a city.
    public init(
        code: String, name: String, clock: CityClock, hotline: String, bulletinTitle: String,
        bulletinTemplate: String, topicCount: Int, bulletinSignatures: Int, districtContact: String,
        invalidReasons: [String],
        signals: SignalRule, policy: WorkflowPolicy, measures: MeasuresPolicy,
        findings: FindingsPolicy
    ) {
        self.code = code
        self.name = name
        self.clock = clock
        self.hotline = hotline
        self.bulletinTitle = bulletinTitle
        self.bulletinTemplate = bulletinTemplate
        self.topicCount = topicCount
        self.bulletinSignatures = bulletinSignatures
        self.districtContact = districtContact
        self.invalidReasons = invalidReasons
        self.signals = signals
        self.policy = policy
        self.measures = measures
        self.findings = findings
    }
}
