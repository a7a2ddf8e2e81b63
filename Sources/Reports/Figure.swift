import Casework

/// One of the bulletin's figures that count contacts: the same rule counts it and lists what is behind it.
public enum Figure: Hashable, Sendable {
    /// 来电诉求: the phone group.
    case calls
    /// 网民留言: the online group.
    case messages
    /// One channel of a group, by its code; a channel may have moved to another group in the course of a day.
    case channel(String, Channel.Group)
    /// 直接办理, of the phone group.
    case direct
    /// 转交责任单位办理, of the phone group.
    case transferred
    /// Calls that nobody has decided about yet: no figure in print, but what keeps the day from being final.
    case undisposed
    /// A topic: the first-level category with this code. Both groups count, thanks are left out.
    case topic(String)
    /// What of a topic was transferred.
    case transferredTopic(String)

    /// Whether a contact with these facets counts in the figure.
    public func includes(_ facet: Facet) -> Bool {
        switch self {
        case .calls: facet.channel.group == .phone
        case .messages: facet.channel.group == .online
        case .channel(let code, let group): facet.channel.code == code && facet.channel.group == group
        case .direct: facet.channel.group == .phone && facet.disposition == .direct
        case .transferred: facet.channel.group == .phone && facet.disposition == .transferred
        case .undisposed: facet.channel.group == .phone && facet.disposition == .undisposed
        case .topic(let root):
            facet.channel.group != .internal && facet.topic.code == root && facet.kind?.isTopic != false
        case .transferredTopic(let root):
            Figure.topic(root).includes(facet) && facet.disposition == .transferred
        }
    }

    /// The figure.
    public func count(in counts: [FacetCount]) -> Int {
        counts.reduce(0) { includes($1.facet) ? $0 + $1.count : $0 }
    }
}
