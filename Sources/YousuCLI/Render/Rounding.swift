extension Double {
    /// With so many decimals at most.
    func rounded(decimals: Int) -> Double {
        let parts = (0..<decimals).reduce(1.0) { parts, _ in parts * 10 }
        return (self * parts).rounded() / parts
    }
}
