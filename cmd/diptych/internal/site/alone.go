package site

// Alone tells whether the page stands in its language only, by an exemption: readers are told so in both languages, here
// and at the address of the missing half.
func (v *View) Alone() bool {
	return v.page != nil && v.page.Half != nil && v.page.Facts.Exempt != nil && v.page.Other().Half == nil
}
