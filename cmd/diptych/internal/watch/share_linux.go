package watch

import "syscall"

// shareOf names the kind of shared file system that a folder lies on, or gives "" for a disk of this machine. The numbers
// are those of statfs(2) and include/uapi/linux/magic.h.
func shareOf(name string) string {
	var found syscall.Statfs_t
	if err := syscall.Statfs(name, &found); err != nil {
		return ""
	}
	return shareName(uint32(found.Type)) // the field's type differs by processor; the numbers have 32 bits
}

func shareName(magic uint32) string {
	switch magic {
	case 0x6969:
		return "NFS"
	case 0x517b, 0xff534d42, 0xfe534d42:
		return "a Windows share (SMB)"
	case 0x01021997:
		return "a share of the host system (9p)"
	case 0x65735546:
		return "a FUSE file system, such as SSHFS or a folder shared with a container"
	case 0x786f4256:
		return "a shared folder of VirtualBox"
	case 0xbacbacbc:
		return "a shared folder of VMware"
	case 0x00c36400:
		return "Ceph"
	case 0x5346414f, 0x6b414653:
		return "AFS"
	}
	return ""
}
